/** Why a browser records nothing. */
export type Unable = 'no_recorder' | 'refused' | 'no_microphone' | 'busy';

/** What browsers record, what most can play first; services take all of them. Safari before 18.4 has MP4 only. */
const TYPES = ['audio/webm;codecs=opus', 'audio/mp4', 'audio/ogg;codecs=opus', 'audio/webm'];

/** What this browser records; null: nothing that we take. */
export function recordedType(
  recorder: { isTypeSupported(type: string): boolean } | undefined,
  hasMicrophones: boolean,
): string | null {
  if (recorder === undefined || !hasMicrophones) return null;
  return TYPES.find((type) => recorder.isTypeSupported(type)) ?? null;
}

/** What a browser means that gives no microphone, by the name of its error. */
export function unableOf(error: unknown): Unable {
  const name = error instanceof Error || error instanceof DOMException ? error.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'refused';
  if (name === 'NotFoundError' || name === 'OverconstrainedError') return 'no_microphone';
  return name === 'NotReadableError' || name === 'AbortError' ? 'busy' : 'no_recorder';
}
