import type { ReactNode } from 'react';
import styles from './lines.module.css';

export const Lines = ({ children }: { children: ReactNode }) => <ul className={styles['lines']}>{children}</ul>;

interface LineProps {
  what: ReactNode;
  note?: ReactNode;
  much?: ReactNode;
  /** The amount came to the reader. */
  come?: boolean;
}

/** What, with a note below, and how much at the right, where numbers line up. */
export function Line({ what, note, much, come = false }: LineProps) {
  return (
    <li>
      <div className={styles['what']}>
        <div>{what}</div>
        {note !== undefined && <div className={styles['note']}>{note}</div>}
      </div>
      {much !== undefined && (
        <div className={come ? `${styles['much']} ${styles['come']}` : styles['much']}>{much}</div>
      )}
    </li>
  );
}
