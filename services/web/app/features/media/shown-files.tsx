import { useState } from 'react';
import { useText } from '../../texts/use-text';
import type { EntryFile } from '../files/attached';
import { addressOf, type Place } from './address';
import { type Attachment, SavedFile } from './attachments';
import { Large } from './large';
import styles from './media.module.css';
import { Picture } from './picture';
import { type Flagged, Resemblance } from './resemblance';
import { VoiceNote } from './voice-note';

interface ShownFilesProps extends Place {
  files: readonly (EntryFile & Partial<Flagged>)[];
  attachments?: readonly Attachment[];
  /** What the staff calls somebody; absent or null: nobody is named. */
  nameOf?: (enrolmentId: string) => string | null;
}

/** The pictures of a check-in or of homework, small, each opening large; a voice note to listen to; attachments to save; and what a machine noticed, where the reader is told of it. */
export function ShownFiles({ files, attachments = [], nameOf = () => null, ...place }: ShownFilesProps) {
  const text = useText();
  const [open, setOpen] = useState<number | null>(null);
  const pictures = files.filter(({ kind }) => kind === 'picture');
  const shown = pictures.map(({ fileId }, index) => ({
    address: addressOf(place, fileId),
    alt: text('media.picture', { number: index + 1 }),
  }));
  return (
    <div className={styles['media']}>
      {shown.length > 0 && (
        <ul className={styles['list']}>
          {shown.map(({ address, alt }, index) => (
            <li key={address}>
              <Picture address={address} alt={alt} onOpen={() => setOpen(index)} />
            </li>
          ))}
        </ul>
      )}
      {files.map(
        ({ fileId, kind, seconds = 0 }) =>
          kind === 'voice' && <VoiceNote key={fileId} address={addressOf(place, fileId)} seconds={seconds} />,
      )}
      {attachments.length > 0 && (
        <ul className={styles['attachments']} aria-label={text('media.attachments')}>
          {attachments.map((attachment) => (
            <SavedFile key={attachment.fileId} place={place} attachment={attachment} />
          ))}
        </ul>
      )}
      {pictures.map(
        ({ fileId, resembles }, index) =>
          resembles && (
            <Resemblance
              key={fileId}
              place={place}
              picture={{ fileId, number: index + 1 }}
              resembles={resembles}
              name={nameOf(resembles.enrolmentId)}
            />
          ),
      )}
      {open !== null && <Large pictures={shown} first={open} onClose={() => setOpen(null)} />}
    </div>
  );
}
