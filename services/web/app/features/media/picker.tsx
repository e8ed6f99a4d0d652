import { MOST_PICTURES } from '@daka/rules';
import { lazy, Suspense, useEffect, useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import { useText } from '../../texts/use-text';
import { Button } from '../../ui/button';
import { Muted } from '../../ui/words';
import type { Attached, Besides } from '../files/attached';
import { AddedVoice } from './added-voice';
import { addressOf } from './address';
import { Coming } from './coming';
import { Large } from './large';
import styles from './media.module.css';
import { Picture } from './picture';
import type { MediaItem } from './store';
import { type Media, useMedia } from './use-media';

/** For cohorts that take voice notes. */
const Recorder = lazy(() => import('./recorder'));

interface PickerProps {
  enrolmentId: string;
  day: string;
  besides: Besides;
  onChange(attached: Attached): void;
}

const PICTURES = ['image/jpeg', 'image/png', 'image/webp'];

/** Adding pictures or a voice note to a check-in: each with how far it is, and what was wrong with it. */
export function Picker({ enrolmentId, day, besides: { minPictures, minVoiceSeconds }, onChange }: PickerProps) {
  const text = useText();
  const media = useMedia(enrolmentId, day);
  const { items, isRead, add, remove } = media;
  const [isRecording, setRecording] = useState(false);
  const pictures = items.filter(({ kind }) => kind === 'picture');
  const voice = items.find(({ kind }) => kind === 'voice');
  useEffect(() => onChange(attachedOf(items, isRecording)), [items, isRecording]);
  const takesBoth = minPictures !== null && minVoiceSeconds !== null;
  return (
    <div className={styles['media']}>
      {minPictures !== null && voice === undefined && !isRecording && (
        <Pictures enrolmentId={enrolmentId} least={minPictures} pictures={pictures} media={media} />
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

interface PicturesProps {
  enrolmentId: string;
  least: number;
  pictures: readonly MediaItem[];
  media: Media;
}

function Pictures({ enrolmentId, least, pictures, media: { add, remove } }: PicturesProps) {
  const text = useText();
  const left = MOST_PICTURES - pictures.length;
  return (
    <>
      {pictures.length > 0 && (
        <ul className={styles['list']}>
          {pictures.map((item) => (
            <li key={item.id} className={styles['item']}>
              <AddedPicture enrolmentId={enrolmentId} item={item} />
              <Button quiet small onPress={() => remove(item.id)}>
                {text('media.remove')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {left > 0 && (
        <FileTrigger
          acceptedFileTypes={PICTURES}
          allowsMultiple
          onSelect={(files) => add([...(files ?? [])].slice(0, left), 'picture')}
        >
          <Button quiet>{text('media.addPictures')}</Button>
        </FileTrigger>
      )}
      <Muted>{text('media.pictures', { least, most: MOST_PICTURES })}</Muted>
    </>
  );
}

function AddedPicture({ enrolmentId, item }: { enrolmentId: string; item: MediaItem }) {
  const [isOpen, setOpen] = useState(false);
  const { status, fileId, name } = item;
  if (status !== 'ready' || fileId === null)
    return (
      <div className={styles['coming']}>
        <span className={styles['name']}>{name}</span>
        <Coming item={item} />
      </div>
    );
  const picture = { address: addressOf({ enrolmentId }, fileId), alt: name };
  return (
    <>
      <Picture {...picture} onOpen={() => setOpen(true)} />
      {isOpen && <Large pictures={[picture]} first={0} onClose={() => setOpen(false)} />}
    </>
  );
}

function attachedOf(items: readonly MediaItem[], isRecording: boolean): Attached {
  const ready = items.filter(({ status }) => status === 'ready');
  const pictures = ready.flatMap(({ kind, fileId }) => (kind === 'picture' && fileId !== null ? [fileId] : []));
  const voice = ready.find(({ kind }) => kind === 'voice');
  return {
    pictures,
    voice: voice?.fileId ?? null,
    voiceSeconds: voice?.seconds ?? 0,
    isComing: isRecording || items.some(({ status }) => status !== 'ready' && status !== 'refused'),
  };
}
