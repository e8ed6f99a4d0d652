import type { MediaType } from '../sniff';
import { mp3Length } from './mp3';
import { mp4Length } from './mp4';
import { oggLength } from './ogg';
import type { VoiceLength } from './types';
import { webmLength } from './webm';

/**
 * What a voice note is and how long it lasts, by a walk from its first byte to its last: so nothing else can be in front of it or behind it.
 * Null: it is not what it begins like, or more than sound is in it.
 */
export function voiceLength(mediaType: MediaType | null, file: Buffer): VoiceLength | null {
  switch (mediaType) {
    case 'audio/webm':
      return webmLength(file);
    case 'audio/ogg':
      return oggLength(file);
    case 'audio/mp4':
      return mp4Length(file);
    case 'audio/mpeg':
      return mp3Length(file);
    default:
      return null;
  }
}
