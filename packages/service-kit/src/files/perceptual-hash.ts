import type { Sharp } from 'sharp';

const EDGE = 8;
/** Below this spread of grey a picture says too little: a white page is like every white page. */
const LEAST_SPREAD = 6;
const BAND_DIGITS = 4;
/** Of 128 bits. Two that differ in less than the number of bands are alike in one of them, which an index finds. */
export const MOST_DIFFERING_BITS = 7;

/**
 * 128 bits of where a picture gets darker, to the right and downwards, as 32 hexadecimal digits: sizes, qualities and small corrections change
 * few of them. Null: the picture is too even.
 */
export async function perceptualHash(picture: Sharp): Promise<string | null> {
  const grey = await picture
    .greyscale()
    .resize(EDGE + 1, EDGE + 1, { fit: 'fill' })
    .raw()
    .toBuffer();
  if (spreadOf(grey) < LEAST_SPREAD) return null;
  const at = (row: number, column: number): number => grey[row * (EDGE + 1) + column] ?? 0;
  let bits = '';
  for (let row = 0; row < EDGE; row += 1)
    for (let column = 0; column < EDGE; column += 1) {
      bits += at(row, column) > at(row, column + 1) ? '1' : '0';
      bits += at(row, column) > at(row + 1, column) ? '1' : '0';
    }
  return BigInt(`0b${bits}`)
    .toString(16)
    .padStart((EDGE * EDGE * 2) / 4, '0');
}

/** Its eight parts with their places: what is looked for in an index. */
export function bandsOf(hash: string): string[] {
  const bands: string[] = [];
  for (let from = 0; from < hash.length; from += BAND_DIGITS)
    bands.push(`${from}:${hash.slice(from, from + BAND_DIGITS)}`);
  return bands;
}

/** In how many bits two hashes differ. */
export function differingBits(one: string, other: string): number {
  let differing = BigInt(`0x${one}`) ^ BigInt(`0x${other}`);
  let count = 0;
  for (; differing > 0n; differing >>= 1n) count += Number(differing & 1n);
  return count;
}

function spreadOf(grey: Buffer): number {
  let sum = 0;
  let squares = 0;
  for (const value of grey) {
    sum += value;
    squares += value * value;
  }
  return Math.sqrt(Math.max(0, squares / grey.length - (sum / grey.length) ** 2));
}
