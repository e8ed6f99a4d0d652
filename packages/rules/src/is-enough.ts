import type { PlanEntry } from './judge.ts';
import type { Plan } from './plan.ts';

/** The most pictures of one check-in, and the longest voice note (seconds). */
export const MOST_PICTURES = 9;
export const MOST_VOICE_SECONDS = 180;

/** What somebody offers for a day. */
export type Offered = Pick<PlanEntry, 'characters' | 'pictures' | 'voiceSeconds'>;

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
