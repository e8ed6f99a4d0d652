import styles from './desk.module.css';

/** Which key does the same as a button: to look at only, the sheet of keys says it to those who listen. */
export function Key({ name }: { name: string }) {
  return <kbd className={styles['key']} data-key={name} aria-hidden="true" />;
}
