import { type ReactNode, useEffect } from 'react';
import { useText } from '../texts/use-text';
import styles from './page.module.css';
import { Tabs } from './tabs';

interface PageProps {
  title: string;
  /** Small, above the title: what this belongs to. */
  above?: string | undefined;
  /** Beside the title. */
  aside?: ReactNode;
  /** For a desk: as broad as the screen lets it be. */
  broad?: boolean;
  /** With the learner's tabs below. */
  tabs?: boolean;
  children: ReactNode;
}

/** One column with a heading. */
export function Page({ title, above, aside, broad = false, tabs = false, children }: PageProps) {
  const text = useText();
  useEffect(() => {
    document.title = `${title} · ${text('app.name')}`;
  }, [title, text]);
  return (
    <>
      <main
        className={[styles['page'], broad && styles['broad'], tabs && styles['withTabs']].filter(Boolean).join(' ')}
      >
        <header className={styles['head']}>
          <div>
            {above !== undefined && <p className={styles['above']}>{above}</p>}
            <h1 className={styles['title']}>{title}</h1>
          </div>
          {aside}
        </header>
        {children}
      </main>
      {tabs && <Tabs />}
    </>
  );
}
