/** The most pictures of one check-in. */
export const MOST_PICTURES = 9;
/** The longest voice note, in seconds. */
export const MOST_VOICE_SECONDS = 180;
