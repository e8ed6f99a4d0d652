import { useState } from 'react';
import { useText } from '../../texts/use-text';
import { Muted } from '../../ui/words';
import { minutes } from './minutes';
import styles from './media.module.css';

/** A voice note to listen to. What a browser cannot play (an old iPhone what an Android recorded) can be saved and heard elsewhere. */
export function VoiceNote({ address, seconds }: { address: string; seconds: number | null }) {
  const text = useText();
  const [isMute, setMute] = useState(false);
  // How long a recording is that is not there yet, nobody has counted.
  const name = text('media.voice', { time: seconds === null ? '' : minutes(seconds) });
  return (
    <figure className={styles['voice']}>
      <figcaption>{name}</figcaption>
      {isMute ? (
        <Muted>
          {text('media.cannotPlay')}{' '}
          <a href={address} download>
            {text('media.save')}
          </a>
        </Muted>
      ) : (
        // The browser's own: what it shows and which keys it knows its reader has learned. Recorded live, the file itself does not say how long it is.
        <audio
          controls
          preload="none"
          src={address}
          aria-label={name}
          className={styles['player']}
          onError={() => setMute(true)}
        />
      )}
    </figure>
  );
}
