import { useText } from '../../texts/use-text';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { Long, Muted } from '../../ui/words';
import { QrCode } from './qr-code';
import { useCopy } from './use-copy';

/** A class for somebody else: a code to scan, its address to copy, and the phone's own way of sharing where it has one. */
export function PassOn({ title, address }: { title: string; address: string }) {
  const text = useText();
  const { state, copy } = useCopy(address);
  const share = async (): Promise<void> => {
    try {
      await navigator.share({ title, url: address });
    } catch (error) {
      // Who closes the phone's list has changed their mind; where it cannot be opened, the address still can be copied.
      if (!(error instanceof DOMException && error.name === 'AbortError')) await copy();
    }
  };
  return (
    <Card title={text('passOn.title')}>
      <Muted>{text('passOn.how')}</Muted>
      <QrCode content={address} name={text('passOn.code')} />
      <Long>{address}</Long>
      {'share' in navigator && (
        <Button small quiet onPress={() => void share()}>
          {text('passOn.share')}
        </Button>
      )}
      <Button small quiet onPress={() => void copy()}>
        {text(`address.${state}`)}
      </Button>
    </Card>
  );
}
