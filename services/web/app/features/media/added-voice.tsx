import { useEffect, useState } from 'react';
import { useText } from '../../texts/use-text';
import { Button } from '../../ui/button';
import { Muted } from '../../ui/words';
import { addressOf } from './address';
import { Coming } from './coming';
import styles from './media.module.css';
import { minutes } from './minutes';
import type { MediaItem } from './store';
import { VoiceNote } from './voice-note';

interface AddedVoiceProps {
  enrolmentId: string;
  item: MediaItem;
  leastSeconds: number;
  onDiscard(): void;
}

/** A voice note that is added to a check-in: to listen to before it is sent, from this device while it is here. */
export function AddedVoice({ enrolmentId, item, leastSeconds, onDiscard }: AddedVoiceProps) {
  const text = useText();
  const here = useAddressOf(item.blob);
  const { status, fileId, seconds } = item;
  const address = here ?? (status === 'ready' && fileId !== null ? addressOf({ enrolmentId }, fileId) : null);
  return (
    <div className={styles['recording']}>
      {status !== 'refused' && address !== null && <VoiceNote address={address} seconds={seconds ?? null} />}
      {status !== 'ready' && <Coming item={item} />}
      {seconds !== undefined && seconds < leastSeconds && (
        <Muted>{text('media.voiceTooShort', { time: minutes(seconds), least: leastSeconds })}</Muted>
      )}
      <div>
        <Button quiet small onPress={onDiscard}>
          {text('media.discard')}
        </Button>
      </div>
    </div>
  );
}

function useAddressOf(blob: Blob | undefined): string | null {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    if (blob === undefined) return setAddress(null);
    const made = URL.createObjectURL(blob);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [blob]);
  return address;
}
