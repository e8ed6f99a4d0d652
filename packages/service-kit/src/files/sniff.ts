/** What a file may be, by its own first bytes. Names and headers are never believed. */
export type MediaType =
  | 'image/jpeg'
  | 'image/png'
  | 'image/webp'
  | 'audio/webm'
  | 'audio/ogg'
  | 'audio/mp4'
  | 'audio/mpeg'
  | 'application/pdf';

/** As many bytes as it takes to know. */
export const SNIFFED_BYTES = 16;

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** What a file begins like; null: none of those that are taken. Whether the rest keeps the promise, decoding shows. */
export function sniff(head: Buffer): MediaType | null {
  if (begins(head, [0xff, 0xd8, 0xff])) return 'image/jpeg';
  if (begins(head, PNG)) return 'image/png';
  if (latin(head, 0, 4) === 'RIFF' && latin(head, 8, 12) === 'WEBP') return 'image/webp';
  if (begins(head, [0x1a, 0x45, 0xdf, 0xa3])) return 'audio/webm';
  if (latin(head, 0, 5) === '%PDF-') return 'application/pdf';
  if (latin(head, 0, 4) === 'OggS') return 'audio/ogg';
  if (latin(head, 4, 8) === 'ftyp') return 'audio/mp4';
  if (latin(head, 0, 3) === 'ID3' || (head[0] === 0xff && ((head[1] ?? 0) & 0xe6) === 0xe2)) return 'audio/mpeg';
  return null;
}

function begins(head: Buffer, bytes: readonly number[]): boolean {
  return bytes.every((byte, at) => head[at] === byte);
}

function latin(head: Buffer, from: number, to: number): string {
  return head.toString('latin1', from, to);
}
