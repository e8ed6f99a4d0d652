import { encode } from 'uqr';
import styles from './qr-code.module.css';

/** Dark on light in both themes, since cameras want it so. */
export function QrCode({ content, name }: { content: string; name: string }) {
  const { data, size } = encode(content, { ecc: 'M', border: 4 });
  const dark = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return (
    <svg className={styles['code']} viewBox={`0 0 ${size} ${size}`} role="img" aria-label={name}>
      <path d={dark.join('')} shapeRendering="crispEdges" />
    </svg>
  );
}
