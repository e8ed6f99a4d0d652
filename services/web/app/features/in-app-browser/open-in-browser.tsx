import { type ReactNode, useState } from 'react';
import { encode } from 'uqr';
import { useText } from '../../texts/use-text';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { Long, Muted } from '../../ui/words';
import styles from './open-in-browser.module.css';

/** The way out of an app that blocks what comes next: its menu, a code for another device, or the address; `children` is to try it here anyway. */
export function OpenInBrowser({ address, children }: { address: string; children: ReactNode }) {
  const text = useText();
  const [copied, setCopied] = useState<'copy' | 'copied' | 'byHand'>('copy');
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(address);
      setCopied('copied');
    } catch {
      setCopied('byHand'); // such an app may have no clipboard for pages
    }
  };
  return (
    <Card tone="info" title={text('inApp.title')} live>
      <p>{text('inApp.how')}</p>
      <QrCode content={address} name={text('inApp.code')} />
      <Long>{address}</Long>
      <Muted>{text('inApp.signInThere')}</Muted>
      <Button small onPress={() => void copy()}>
        {text(`inApp.${copied}`)}
      </Button>
      {children}
    </Card>
  );
}

/** Dark on light in both themes, since cameras want it so. */
function QrCode({ content, name }: { content: string; name: string }) {
  const { data, size } = encode(content, { ecc: 'M', border: 4 });
  const dark = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return (
    <svg className={styles['code']} viewBox={`0 0 ${size} ${size}`} role="img" aria-label={name}>
      <path d={dark.join('')} shapeRendering="crispEdges" />
    </svg>
  );
}
