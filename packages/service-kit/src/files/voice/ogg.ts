import type { VoiceLength } from './types';

const HEADER_BYTES = 27;
const OPUS_RATE = 48_000;

/** One stream of Opus or Vorbis in Ogg, page after page to the end of the file; its length is the place of its last page. */
export function oggLength(file: Buffer): VoiceLength | null {
  let stream: { serial: number; rate: number; skipped: number } | null = null;
  let last = 0n;
  for (let at = 0; at < file.length;) {
    if (file.toString('latin1', at, at + 4) !== 'OggS' || at + HEADER_BYTES > file.length) return null;
    const segments = file[at + 26] ?? 0;
    const dataAt = at + HEADER_BYTES + segments;
    const dataBytes = file.subarray(at + HEADER_BYTES, dataAt).reduce((sum, bytes) => sum + bytes, 0);
    if (dataAt + dataBytes > file.length) return null;
    stream ??= streamOf(file, at, file.subarray(dataAt, dataAt + dataBytes));
    if (stream === null || file.readUInt32LE(at + 14) !== stream.serial) return null;
    const place = file.readBigInt64LE(at + 6);
    if (place > last) last = place;
    at = dataAt + dataBytes;
  }
  if (stream === null) return null;
  return { mediaType: 'audio/ogg', seconds: Math.max(0, Number(last) - stream.skipped) / stream.rate };
}

function streamOf(file: Buffer, at: number, head: Buffer): { serial: number; rate: number; skipped: number } | null {
  const serial = file.readUInt32LE(at + 14);
  if (head.toString('latin1', 0, 8) === 'OpusHead' && head.length >= 19)
    return { serial, rate: OPUS_RATE, skipped: head.readUInt16LE(10) };
  const rate = head.toString('latin1', 0, 7) === '\u0001vorbis' && head.length >= 16 ? head.readUInt32LE(12) : 0;
  return rate > 0 ? { serial, rate, skipped: 0 } : null;
}
