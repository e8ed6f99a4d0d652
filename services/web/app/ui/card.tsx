import type { ReactNode } from 'react';
import styles from './card.module.css';

interface CardProps {
  title?: string;
  /** At the right of the title. */
  aside?: ReactNode;
  tone?: 'plain' | 'good' | 'info' | 'attention' | 'bad';
  /** Announced when it appears. */
  live?: boolean;
  /** Where a link may lead. */
  id?: string;
  children?: ReactNode;
}

/** A quiet box for one matter. */
export function Card({ title, aside, tone = 'plain', live = false, id, children }: CardProps) {
  return (
    <section
      className={`${styles['card']} ${styles[tone] ?? ''}`}
      {...(live ? { role: 'status' } : {})}
      {...(id ? { id } : {})}
    >
      {title !== undefined && (
        <div className={styles['head']}>
          <h2 className={styles['title']}>{title}</h2>
          {aside}
        </div>
      )}
      {children}
    </section>
  );
}
