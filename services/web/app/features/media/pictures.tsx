import { useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import { useText } from '../../texts/use-text';
import { Button } from '../../ui/button';
import { Muted } from '../../ui/words';
import type { Attached } from '../files/attached';
import { addressOf, type Place } from './address';
import { areComing, arrivedOf } from './arrived';
import { Coming } from './coming';
import { Large } from './large';
import styles from './media.module.css';
import { Picture } from './picture';
import type { MediaItem } from './store';
import type { Media } from './use-media';

const PICTURES = ['image/jpeg', 'image/png', 'image/webp'];

interface PicturesProps {
  place: Place;
  most: number;
  /** What may be added. */
  note: string;
  pictures: readonly MediaItem[];
  media: Media;
}

/** Pictures that are being added, each with how far it is, and the way to add more. */
export function Pictures({ place, most, note, pictures, media: { add, remove } }: PicturesProps) {
  const text = useText();
  const left = most - pictures.length;
  return (
    <>
      {pictures.length > 0 && (
        <ul className={styles['list']}>
          {pictures.map((item) => (
            <li key={item.id} className={styles['item']}>
              <AddedPicture place={place} item={item} />
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
      <Muted>{note}</Muted>
    </>
  );
}

function AddedPicture({ place, item }: { place: Place; item: MediaItem }) {
  const [isOpen, setOpen] = useState(false);
  const { status, fileId, name } = item;
  if (status !== 'ready' || fileId === null)
    return (
      <div className={styles['coming']}>
        <span className={styles['name']}>{name}</span>
        <Coming item={item} />
      </div>
    );
  const picture = { address: addressOf(place, fileId), alt: name };
  return (
    <>
      <Picture {...picture} onOpen={() => setOpen(true)} />
      {isOpen && <Large pictures={[picture]} first={0} onClose={() => setOpen(false)} />}
    </>
  );
}

/** What has arrived of what is being added. */
export function attachedOf(items: readonly MediaItem[], isRecording: boolean): Attached {
  const voice = items.find(({ kind, status }) => kind === 'voice' && status === 'ready');
  return {
    pictures: arrivedOf(items.filter(({ kind }) => kind === 'picture')),
    voice: voice?.fileId ?? null,
    voiceSeconds: voice?.seconds ?? 0,
    isComing: isRecording || areComing(items),
  };
}
