import { useEffect, useState } from 'react';
import { useText } from '../../texts/use-text';
import { Button } from '../../ui/button';
import { Muted } from '../../ui/words';
import type { Attached } from '../files/attached';
import { addressOf } from './address';
import { Large } from './large';
import styles from './media.module.css';
import { Picture } from './picture';
import { attachedOf, Pictures } from './pictures';
import { useMedia } from './use-media';

interface HomeworkPicturesProps {
  enrolmentId: string;
  assignmentId: string;
  /** What is being added is kept on this device under it. */
  id: string;
  most: number;
  /** Those of the version before. */
  earlier: readonly string[];
  onChange(attached: Attached): void;
}

/** Adding pictures to homework. Those of the version before go along until they are taken out, so that nobody sends them twice. */
export function HomeworkPictures({ enrolmentId, assignmentId, id, most, earlier, onChange }: HomeworkPicturesProps) {
  const text = useText();
  const media = useMedia({ enrolmentId, assignmentId }, id);
  const { items } = media;
  // Where the answer to a hand-in was lost, what was handed in is still kept on this device.
  const added = items.filter(({ fileId }) => fileId === null || !earlier.includes(fileId));
  const [along, setAlong] = useState(() => earlier.slice(0, most));
  useEffect(() => {
    const attached = attachedOf(added, false);
    onChange({ ...attached, pictures: [...along, ...attached.pictures] });
  }, [items, along]);
  const place = { enrolmentId, isHomework: true };
  return (
    <div className={styles['media']}>
      {along.length > 0 && (
        <>
          <Muted>{text('media.along')}</Muted>
          <ul className={styles['list']} aria-label={text('media.along')}>
            {along.map((fileId, index) => (
              <li key={fileId} className={styles['item']}>
                <EarlierPicture
                  address={addressOf(place, fileId)}
                  alt={text('media.earlierNumber', { number: index + 1 })}
                />
                <Button quiet small onPress={() => setAlong(along.filter((one) => one !== fileId))}>
                  {text('media.remove')}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
      <Pictures
        place={place}
        most={most - along.length}
        note={text('media.handIn', { most })}
        pictures={added}
        media={media}
      />
    </div>
  );
}

function EarlierPicture(picture: { address: string; alt: string }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Picture {...picture} onOpen={() => setOpen(true)} />
      {isOpen && <Large pictures={[picture]} first={0} onClose={() => setOpen(false)} />}
    </>
  );
}
