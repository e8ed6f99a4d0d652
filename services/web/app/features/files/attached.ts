import type { Calendar, Current } from '../../api/queries';

/** What else than text a check-in may be. */
export type Besides = NonNullable<Current['outlook']['besides']>;
export type EntryFile = NonNullable<NonNullable<Calendar['days'][number]['entry']>['files']>[number];

/** What was added to a check-in and has arrived. */
export interface Attached {
  pictures: readonly string[];
  voice: string | null;
  voiceSeconds: number;
  /** More is under way. */
  isComing: boolean;
}

export const NOTHING: Attached = { pictures: [], voice: null, voiceSeconds: 0, isComing: false };

/** Whether what was added is a check-in without any text. */
export function suffices(
  { minPictures, minVoiceSeconds }: Besides,
  { pictures, voice, voiceSeconds }: Attached,
): boolean {
  return (
    (minPictures !== null && pictures.length >= minPictures) ||
    (minVoiceSeconds !== null && voice !== null && voiceSeconds >= minVoiceSeconds)
  );
}
