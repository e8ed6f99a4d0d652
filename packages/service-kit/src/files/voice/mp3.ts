import type { VoiceLength } from './types';

const KBITS = {
  1: [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  2: [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
} as const;
const RATES = [44_100, 48_000, 32_000];
const TAG_BYTES = 128;

/** MPEG sound of layer III, frame after frame to the end of the file, with the usual tags around it. */
export function mp3Length(file: Buffer): VoiceLength | null {
  let at = file.toString('latin1', 0, 3) === 'ID3' ? 10 + tagBytes(file) : 0;
  const end =
    file.toString('latin1', file.length - TAG_BYTES, file.length - TAG_BYTES + 3) === 'TAG'
      ? file.length - TAG_BYTES
      : file.length;
  let seconds = 0;
  while (at < end) {
    const frame = frameAt(file, at);
    if (frame === null) return null;
    seconds += frame.seconds;
    at += frame.bytes;
  }
  // A last frame that is cut off is no harm.
  return seconds === 0 ? null : { mediaType: 'audio/mpeg', seconds };
}

/** Seven bits a byte. */
function tagBytes(file: Buffer): number {
  return file.subarray(6, 10).reduce((sum, byte) => sum * 128 + (byte & 0x7f), 0);
}

function frameAt(file: Buffer, at: number): { bytes: number; seconds: number } | null {
  if (at + 4 > file.length) return null;
  const [sync = 0, kind = 0, rates = 0] = file.subarray(at, at + 3);
  const version = (kind >> 3) & 3;
  const isLayer3 = ((kind >> 1) & 3) === 1;
  if (sync !== 0xff || (kind & 0xe0) !== 0xe0 || version === 1 || !isLayer3) return null;
  const isFirst = version === 3;
  const kbits = KBITS[isFirst ? 1 : 2][rates >> 4] ?? 0;
  const rate = (RATES[(rates >> 2) & 3] ?? 0) / (isFirst ? 1 : version === 2 ? 2 : 4);
  if (kbits === 0 || rate === 0) return null;
  const samples = isFirst ? 1_152 : 576;
  const bytes = Math.floor(((samples / 8) * kbits * 1_000) / rate) + ((rates >> 1) & 1);
  return { bytes, seconds: samples / rate };
}
