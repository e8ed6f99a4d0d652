import type { ReactNode } from 'react';
import { useText } from '../../texts/use-text';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { Long, Muted } from '../../ui/words';
import { QrCode } from '../pass-on/qr-code';
import { useCopy } from '../pass-on/use-copy';

/** The way out of an app that blocks what comes next: its menu, a code for another device, or the address; `children` is to try it here anyway. */
export function OpenInBrowser({ address, children }: { address: string; children: ReactNode }) {
  const text = useText();
  const { state, copy } = useCopy(address);
  return (
    <Card tone="info" title={text('inApp.title')} live>
      <p>{text('inApp.how')}</p>
      <QrCode content={address} name={text('inApp.code')} />
      <Long>{address}</Long>
      <Muted>{text('inApp.signInThere')}</Muted>
      <Button small onPress={() => void copy()}>
        {text(`address.${state}`)}
      </Button>
      {children}
    </Card>
  );
}
