import { type TextId, useText } from '../../texts/use-text';
import styles from './media.module.css';
import type { MediaItem } from './store';

const REASONS: Readonly<Record<MediaItem['kind'], Readonly<Record<string, TextId>>>> = {
  picture: {
    file_type_refused: 'media.wrongType',
    file_too_large: 'media.tooLarge',
    picture_too_large: 'media.tooManyPixels',
    file_damaged: 'media.damaged',
  },
  voice: {
    file_type_refused: 'media.wrongVoiceType',
    file_too_large: 'media.voiceTooLarge',
    voice_too_long: 'media.voiceTooLong',
  },
  attachment: {
    file_type_refused: 'media.wrongAttachmentType',
    file_too_large: 'media.attachmentTooLarge',
    file_damaged: 'media.damaged',
  },
};

/** How far a file is on its way, or why it was not taken. */
export function Coming({ item: { kind, name, status, refusal, received, bytes } }: { item: MediaItem }) {
  const text = useText();
  const percent = Math.floor((received * 100) / bytes);
  if (status === 'refused')
    return (
      <span className={styles['wrong']} role="alert">
        {text(REASONS[kind][refusal ?? ''] ?? 'media.refused')}
      </span>
    );
  return (
    <>
      <progress className={styles['progress']} max={100} value={percent} aria-label={name} />
      <span>{text(status === 'away' ? 'media.away' : 'media.sent', { percent })}</span>
    </>
  );
}
