import { MOST_PICTURES } from '@daka/rules';
import { useEffect } from 'react';
import { FileTrigger } from 'react-aria-components';
import { type TextId, useText } from '../../texts/use-text';
import { Button } from '../../ui/button';
import { Muted } from '../../ui/words';
import type { Attached, Besides } from '../files/attached';
import styles from './media.module.css';
import { Picture } from './shown-files';
import type { MediaItem } from './store';
import { useMedia } from './use-media';

interface PickerProps {
  enrolmentId: string;
  day: string;
  besides: Besides;
  onChange(attached: Attached): void;
}

const PICTURES = ['image/jpeg', 'image/png', 'image/webp'];

/** Adding pictures to a check-in: each with how far it is, and what was wrong with it. */
export function Picker({ enrolmentId, day, besides: { minPictures }, onChange }: PickerProps) {
  const text = useText();
  const { items, add, remove } = useMedia(enrolmentId, day);
  const pictures = items.filter(({ kind }) => kind === 'picture');
  const left = MOST_PICTURES - pictures.length;
  useEffect(() => onChange(attachedOf(items)), [items]);
  return (
    <div className={styles['media']}>
      {pictures.length > 0 && (
        <ul className={styles['list']}>
          {pictures.map((item) => (
            <li key={item.id} className={styles['item']}>
              <Added enrolmentId={enrolmentId} item={item} />
              <Button quiet small onPress={() => remove(item.id)}>
                {text('media.remove')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {minPictures !== null && left > 0 && (
        <FileTrigger
          acceptedFileTypes={PICTURES}
          allowsMultiple
          onSelect={(files) => add([...(files ?? [])].slice(0, left), 'picture')}
        >
          <Button quiet>{text('media.addPictures')}</Button>
        </FileTrigger>
      )}
      {minPictures !== null && <Muted>{text('media.pictures', { least: minPictures, most: MOST_PICTURES })}</Muted>}
    </div>
  );
}

const REASONS: Readonly<Record<string, TextId>> = {
  file_type_refused: 'media.wrongType',
  file_too_large: 'media.tooLarge',
  picture_too_large: 'media.tooManyPixels',
  file_damaged: 'media.damaged',
};

function Added({ enrolmentId, item }: { enrolmentId: string; item: MediaItem }) {
  const text = useText();
  const { status, fileId, name, refusal, received, bytes } = item;
  if (status === 'ready' && fileId !== null) return <Picture enrolmentId={enrolmentId} fileId={fileId} alt={name} />;
  const percent = Math.floor((received * 100) / bytes);
  return (
    <div className={styles['coming']}>
      <span className={styles['name']}>{name}</span>
      {status === 'refused' ? (
        <span className={styles['wrong']} role="alert">
          {text(REASONS[refusal ?? ''] ?? 'media.refused')}
        </span>
      ) : (
        <>
          <progress className={styles['progress']} max={100} value={percent} aria-label={name} />
          <span>{text(status === 'away' ? 'media.away' : 'media.sent', { percent })}</span>
        </>
      )}
    </div>
  );
}

function attachedOf(items: readonly MediaItem[]): Attached {
  const ready = items.filter(({ status }) => status === 'ready');
  const ids = (kind: MediaItem['kind']) =>
    ready.flatMap(({ kind: its, fileId }) => (its === kind && fileId !== null ? [fileId] : []));
  return {
    pictures: ids('picture'),
    voice: ids('voice')[0] ?? null,
    voiceSeconds: 0,
    isComing: items.some(({ status }) => status !== 'ready' && status !== 'refused'),
  };
}
