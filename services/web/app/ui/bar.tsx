import styles from './bar.module.css';

/** The deposit as a bar: returned, on its way, and what is still held. The figures stand beside it in words. */
export function DepositBar({ whole, returned, onItsWay }: { whole: number; returned: number; onItsWay: number }) {
  const width = (part: number) => ({ width: `${whole === 0 ? 0 : (100 * part) / whole}%` });
  return (
    <div className={styles['bar']} aria-hidden="true">
      <span className={styles['returned']} style={width(returned)} />
      <span className={styles['earned']} style={width(onItsWay)} />
    </div>
  );
}
