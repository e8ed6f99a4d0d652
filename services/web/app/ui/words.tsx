import type { ReactNode } from 'react';
import styles from './words.module.css';

interface Children {
  children: ReactNode;
}

export const Muted = ({ children }: Children) => <p className={styles['muted']}>{children}</p>;
/** The one large number of a card. */
export const Figure = ({ children }: Children) => <p className={styles['figure']}>{children}</p>;
export const Strong = ({ children }: Children) => <b className={styles['strong']}>{children}</b>;
/** What came, or comes, to the reader. */
export const Plus = ({ children }: Children) => <span className={styles['plus']}>{children}</span>;
/** Text to read at leisure, as it was written. */
export const Long = ({ children }: Children) => <p className={styles['long']}>{children}</p>;
export const Chips = ({ children }: Children) => <div className={styles['chips']}>{children}</div>;

const tones = { plain: '', good: 'chipGood', info: 'chipInfo', attention: 'chipAttention', bad: 'chipBad' } as const;

export function Chip({ tone = 'plain', children }: Children & { tone?: keyof typeof tones }) {
  return <span className={`${styles['chip']} ${styles[tones[tone]] ?? ''}`}>{children}</span>;
}
