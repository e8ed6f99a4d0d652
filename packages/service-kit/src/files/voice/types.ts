/** What a voice note is by its own bytes, and how long it lasts. */
export interface VoiceLength {
  mediaType: 'audio/webm' | 'audio/ogg' | 'audio/mp4' | 'audio/mpeg';
  seconds: number;
}
