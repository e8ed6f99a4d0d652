import type { Plan } from './plan.ts';

/** What somebody offers for a day. */
export interface Offered {
  characters: number;
  /** Absent: none. */
  pictures?: number;
  voiceSeconds?: number;
}

/** Whether a check-in holds what one of the accepted ways asks for. */
export function isEnough(
  { minCharacters, besides }: Pick<Plan, 'minCharacters' | 'besides'>,
  { characters, pictures = 0, voiceSeconds = 0 }: Offered,
): boolean {
  const hasText = characters >= minCharacters;
  if (besides === undefined) return hasText;
  const { text, minPictures, minVoiceSeconds } = besides;
  return (
    (text && hasText) ||
    (minPictures !== null && pictures >= minPictures) ||
    (minVoiceSeconds !== null && voiceSeconds >= minVoiceSeconds)
  );
}

/** The least that is a check-in of a plan. */
export function leastOf({ minCharacters, besides }: Pick<Plan, 'minCharacters' | 'besides'>): Offered {
  if (besides === undefined || besides.text) return { characters: minCharacters };
  const { minPictures, minVoiceSeconds } = besides;
  return minPictures === null
    ? { characters: 0, voiceSeconds: minVoiceSeconds ?? 0 }
    : { characters: 0, pictures: minPictures };
}
