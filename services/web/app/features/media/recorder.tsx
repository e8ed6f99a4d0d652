import { useEffect } from 'react';
import { FileTrigger } from 'react-aria-components';
import { useText } from '../../texts/use-text';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { Muted } from '../../ui/words';
import { isInAppBrowser } from '../in-app-browser/in-app-browser';
import type { Unable } from './can-record';
import styles from './media.module.css';
import { minutes } from './minutes';
import { MOST_SECONDS, useRecorder } from './use-recorder';

const RECORDINGS = ['audio/*', '.m4a', '.mp3'];

interface RecorderProps {
  /** Names the check-in, as its drafts. */
  id: string;
  /** How long it must be to be a check-in alone. */
  leastSeconds: number;
  onRecording(isRecording: boolean): void;
  onRecorded(file: File): void;
}

/** Recording a voice note: the time, how loud it is, stop or discard. Where a browser cannot, it is said why, and a recording made elsewhere is taken. */
export default function Recorder({ id, leastSeconds, onRecording, onRecorded }: RecorderProps) {
  const text = useText();
  const { now, start, stop, discard } = useRecorder(id, onRecorded);
  const isOn = now.state === 'recording' || now.state === 'asking';
  useEffect(() => {
    onRecording(isOn);
    return () => onRecording(false);
  }, [isOn]);
  if (now.state === 'asking') return <Muted>{text('media.asking')}</Muted>;
  if (now.state !== 'recording')
    return (
      <>
        <Button quiet onPress={start}>
          {text('media.record')}
        </Button>
        <Muted>{text('media.voiceLength', { least: leastSeconds })}</Muted>
        {now.state === 'unable' && <Elsewhere why={now.why} onChosen={onRecorded} />}
      </>
    );
  const { seconds, level, isSilent } = now;
  return (
    <div className={styles['recording']} role="group" aria-label={text('media.recording')}>
      <p className={styles['clock']}>
        <span className={styles['dot']} aria-hidden="true" />
        {text('media.recording')}{' '}
        <time role="timer" aria-live="off">
          {text('media.clock', { now: minutes(seconds), most: minutes(MOST_SECONDS) })}
        </time>
      </p>
      {level !== null && (
        <meter className={styles['meter']} min={0} max={1} value={level} aria-label={text('media.level')} />
      )}
      <div role="status">{isSilent && <Muted>{text('media.silent')}</Muted>}</div>
      <div className={styles['bar']}>
        <Button onPress={stop}>{text('media.stop')}</Button>
        <Button quiet onPress={discard}>
          {text('media.discard')}
        </Button>
      </div>
    </div>
  );
}

function Elsewhere({ why, onChosen }: { why: Unable; onChosen(file: File): void }) {
  const text = useText();
  return (
    <Card tone="attention" live>
      <p>{text('media.unable', { why })}</p>
      {isInAppBrowser(navigator.userAgent) && <p>{text('media.unableInApp')}</p>}
      <FileTrigger
        acceptedFileTypes={RECORDINGS}
        onSelect={(files) => {
          const [file] = files ?? [];
          if (file !== undefined) onChosen(file);
        }}
      >
        <Button quiet>{text('media.chooseVoice')}</Button>
      </FileTrigger>
      <Muted>{text('media.chooseNote')}</Muted>
    </Card>
  );
}
