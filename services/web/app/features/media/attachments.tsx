import type { ReactNode } from 'react';
import { FileTrigger } from 'react-aria-components';
import { useText } from '../../texts/use-text';
import { Button } from '../../ui/button';
import { Muted } from '../../ui/words';
import { addressOf, type Place } from './address';
import { Coming } from './coming';
import styles from './media.module.css';
import { sizeOf } from './size';
import type { MediaItem } from './store';
import type { Media } from './use-media';

/** Some phones know no PDF by its type alone. */
const TAKEN = ['application/pdf', '.pdf'];

export interface Attachment {
  fileId: string;
  name: string;
  bytes: number;
}

interface SavedFileProps {
  place: Place;
  attachment: Attachment;
  children?: ReactNode;
}

/** A file to be saved, with its size: it is never opened in the page. */
export function SavedFile({ place, attachment: { fileId, name, bytes }, children }: SavedFileProps) {
  return (
    <li className={styles['attachment']}>
      <span className={styles['called']}>
        <a href={addressOf(place, fileId)} download={name}>
          {name}
        </a>{' '}
        <span className={styles['size']}>{sizeOf(bytes)}</span>
      </span>
      {children}
    </li>
  );
}

interface AttachmentsProps {
  most: number;
  /** What may be added. */
  note: string;
  attachments: readonly MediaItem[];
  media: Media;
}

/** Attachments that are being added, each with how far it is, and the way to add more. */
export function Attachments({ most, note, attachments, media: { add, remove } }: AttachmentsProps) {
  const text = useText();
  const left = most - attachments.length;
  return (
    <>
      {attachments.length > 0 && (
        <ul className={styles['attachments']} aria-label={text('media.addedAttachments')}>
          {attachments.map((item) => (
            <li key={item.id} className={styles['attachment']}>
              <span className={styles['called']}>
                {item.name} <span className={styles['size']}>{sizeOf(item.bytes)}</span>
                {item.status !== 'ready' && (
                  <div className={styles['way']}>
                    <Coming item={item} />
                  </div>
                )}
              </span>
              <Button quiet small onPress={() => remove(item.id)}>
                {text('media.remove')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {left > 0 && (
        <FileTrigger
          acceptedFileTypes={TAKEN}
          allowsMultiple
          onSelect={(files) => add([...(files ?? [])].slice(0, left), 'attachment')}
        >
          <Button quiet>{text('media.addAttachments')}</Button>
        </FileTrigger>
      )}
      <Muted>{note}</Muted>
    </>
  );
}
