import { useEffect, useState } from 'react';
import { useText } from '../../texts/use-text';
import { Button } from '../../ui/button';
import { Muted } from '../../ui/words';
import { addressOf, type Place } from './address';
import { areComing, arrivedOf } from './arrived';
import { type Attachment, Attachments, SavedFile } from './attachments';
import { Large } from './large';
import styles from './media.module.css';
import { Picture } from './picture';
import { Pictures } from './pictures';
import { useMedia } from './use-media';

/** Of the services, see packages/contracts: pictures and attachments of a version together. */
const MOST_FILES = 10;

/** What a version of homework has beside its text. */
interface Files {
  pictures: readonly string[];
  attachments: readonly Attachment[];
}

/** What goes with the next version, as it is sent. */
export interface Added {
  pictures?: string[];
  attachments?: string[];
  /** More is under way. */
  isComing: boolean;
}

interface HandInFilesProps {
  enrolmentId: string;
  /** How many files it takes. */
  assignment: { id: string; mostPictures: number; mostAttachments: number };
  /** What is being added is kept on this device under it. */
  id: string;
  /** The version before. */
  earlier: Files | undefined;
  onChange(added: Added): void;
}

const NONE: Files = { pictures: [], attachments: [] };

/** Adding files to homework. Those of the version before go along until they are taken out, so that nobody sends them twice. */
export function HandInFiles({ enrolmentId, assignment, id, earlier = NONE, onChange }: HandInFilesProps) {
  const text = useText();
  const { mostPictures, mostAttachments } = assignment;
  const media = useMedia({ enrolmentId, assignmentId: assignment.id }, id);
  const known = [...earlier.pictures, ...idsOf(earlier.attachments)];
  // Where the answer to a hand-in was lost, what was handed in is still kept on this device.
  const added = media.items.filter(({ fileId }) => fileId === null || !known.includes(fileId));
  const pictures = added.filter(({ kind }) => kind === 'picture');
  const attachments = added.filter(({ kind }) => kind === 'attachment');
  const [along, setAlong] = useState<Files>(() => ({
    pictures: earlier.pictures.slice(0, mostPictures),
    attachments: earlier.attachments.slice(0, mostAttachments),
  }));
  useEffect(() => {
    onChange({
      pictures: [...along.pictures, ...arrivedOf(pictures)],
      attachments: [...idsOf(along.attachments), ...arrivedOf(attachments)],
      isComing: areComing(added),
    });
  }, [media.items, along]);
  const place = { enrolmentId, isHomework: true };
  const room = MOST_FILES - along.pictures.length - along.attachments.length - added.length;
  return (
    <div className={styles['media']}>
      <Along place={place} along={along} onChange={setAlong} />
      {mostPictures > 0 && (
        <Pictures
          place={place}
          most={Math.min(mostPictures - along.pictures.length, pictures.length + room)}
          note={text('media.handIn', { most: mostPictures })}
          pictures={pictures}
          media={media}
        />
      )}
      {mostAttachments > 0 && (
        <Attachments
          most={Math.min(mostAttachments - along.attachments.length, attachments.length + room)}
          note={text('media.handInAttachments', { most: mostAttachments })}
          attachments={attachments}
          media={media}
        />
      )}
    </div>
  );
}

interface AlongProps {
  place: Place;
  along: Files;
  onChange(along: Files): void;
}

/** What goes along of the version before. */
function Along({ place, along, onChange }: AlongProps) {
  const text = useText();
  const { pictures, attachments } = along;
  const without = (fileId: string) => ({
    pictures: pictures.filter((one) => one !== fileId),
    attachments: attachments.filter((one) => one.fileId !== fileId),
  });
  const remove = (fileId: string) => (
    <Button quiet small onPress={() => onChange(without(fileId))}>
      {text('media.remove')}
    </Button>
  );
  if (pictures.length + attachments.length === 0) return null;
  return (
    <>
      <Muted>{text('media.along')}</Muted>
      {pictures.length > 0 && (
        <ul className={styles['list']} aria-label={text('media.along')}>
          {pictures.map((fileId, index) => (
            <li key={fileId} className={styles['item']}>
              <EarlierPicture
                address={addressOf(place, fileId)}
                alt={text('media.earlierNumber', { number: index + 1 })}
              />
              {remove(fileId)}
            </li>
          ))}
        </ul>
      )}
      {attachments.length > 0 && (
        <ul className={styles['attachments']} aria-label={text('media.alongAttachments')}>
          {attachments.map((attachment) => (
            <SavedFile key={attachment.fileId} place={place} attachment={attachment}>
              {remove(attachment.fileId)}
            </SavedFile>
          ))}
        </ul>
      )}
    </>
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

const idsOf = (attachments: readonly Attachment[]): string[] => attachments.map(({ fileId }) => fileId);
