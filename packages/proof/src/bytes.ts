import { hexToBytes } from '@noble/hashes/utils';

export { bytesToHex as toHex } from '@noble/hashes/utils';

export const HASH_BYTES = 32;
const utf8 = new TextEncoder();

/** A hash or a salt: exactly 32 bytes, written in hexadecimal. @throws RangeError when it is not. */
export function fromHex(hex: string): Uint8Array {
  if (!/^[0-9a-f]{64}$/.test(hex)) throw new RangeError(`not 32 bytes in lower-case hexadecimal: ${hex}`);
  return hexToBytes(hex);
}

/** Eight bytes, big end first. @throws RangeError for what is negative, fractional or above 2^53 - 1. */
export function uint64(value: number, what: string): Uint8Array {
  if (!Number.isSafeInteger(value) || value < 0) throw new RangeError(`${what} must be an integer from 0 to 2^53 - 1, not ${value}`);
  const bytes = new Uint8Array(8);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, Math.floor(value / 2 ** 32));
  view.setUint32(4, value % 2 ** 32);
  return bytes;
}

/** Its length in four bytes, then UTF-8: no two lists of texts have the same bytes. */
export function text(value: string): Uint8Array {
  const content = utf8.encode(value);
  const bytes = new Uint8Array(4 + content.length);
  new DataView(bytes.buffer).setUint32(0, content.length);
  bytes.set(content, 4);
  return bytes;
}
