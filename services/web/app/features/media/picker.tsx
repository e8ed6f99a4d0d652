import { MOST_PICTURES } from '@daka/rules';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useText } from '../../texts/use-text';
import { Muted } from '../../ui/words';
import type { Attached, Besides } from '../files/attached';
import { AddedVoice } from './added-voice';
import styles from './media.module.css';
import { attachedOf, Pictures } from './pictures';
import { useMedia } from './use-media';

export { HandInFiles } from './hand-in-files';

/** For cohorts that take voice notes. */
const Recorder = lazy(() => import('./recorder'));

interface PickerProps {
  enrolmentId: string;
  day: string;
  besides: Besides;
  onChange(attached: Attached): void;
}

/** Adding pictures or a voice note to a check-in: each with how far it is, and what was wrong with it. */
export function Picker({ enrolmentId, day, besides: { minPictures, minVoiceSeconds }, onChange }: PickerProps) {
  const text = useText();
  const media = useMedia({ enrolmentId }, `${enrolmentId}:${day}`);
  const { items, isRead, add, remove } = media;
  const [isRecording, setRecording] = useState(false);
  const pictures = items.filter(({ kind }) => kind === 'picture');
  const voice = items.find(({ kind }) => kind === 'voice');
  useEffect(() => onChange(attachedOf(items, isRecording)), [items, isRecording]);
  const takesBoth = minPictures !== null && minVoiceSeconds !== null;
  return (
    <div className={styles['media']}>
      {minPictures !== null && voice === undefined && !isRecording && (
        <Pictures
          place={{ enrolmentId }}
          most={MOST_PICTURES}
          note={text('media.pictures', { least: minPictures, most: MOST_PICTURES })}
          pictures={pictures}
          media={media}
        />
      )}
      {minVoiceSeconds !== null && voice !== undefined && (
        <AddedVoice
          enrolmentId={enrolmentId}
          item={voice}
          leastSeconds={minVoiceSeconds}
          onDiscard={() => remove(voice.id)}
        />
      )}
      {minVoiceSeconds !== null && isRead && voice === undefined && pictures.length === 0 && (
        <Suspense fallback={null}>
          <Recorder
            id={`${enrolmentId}:${day}`}
            leastSeconds={minVoiceSeconds}
            onRecording={setRecording}
            onRecorded={(file) => add([file], 'voice')}
          />
        </Suspense>
      )}
      {takesBoth && <Muted>{text('media.eitherOr')}</Muted>}
    </div>
  );
}
