export { bytesToHex as toHex } from '@noble/hashes/utils';

export const HASH_BYTES = 32;
const utf8 = new TextEncoder();
const MAX_DIGIT = 15;
const NOT_A_DIGIT = 255;
/** What a lower-case hexadecimal digit is worth, by its character code. */
const DIGITS = new Uint8Array(128).fill(NOT_A_DIGIT);
[...'0123456789abcdef'].forEach((digit, worth) => {
  DIGITS[digit.charCodeAt(0)] = worth;
});

/** A hash or a salt: exactly 32 bytes, written in hexadecimal. @throws RangeError when it is not. */
export function fromHex(hex: string): Uint8Array {
  const bytes = new Uint8Array(HASH_BYTES);
  putHex(hex, bytes, 0);
  return bytes;
}

/** Bytes that are put one after the other to be hashed, in one buffer that is used again and again. */
export interface Input {
  /** Begins anew; the first byte says what is hashed. */
  start(tag: number): Input;
  /** Its length in four bytes, then UTF-8: no two lists of texts have the same bytes. */
  text(value: string): Input;
  /** 32 bytes that are written in hexadecimal. @throws RangeError when they are not. */
  hex(value: string): Input;
  hash(value: Uint8Array): Input;
  /** Eight bytes, big end first. @throws RangeError, which names it, for what is negative, fractional or above 2^53 - 1. */
  number(value: number, what: string, whose?: string): Input;
  /** All since `start`; overwritten by the next `start`. */
  bytes(): Uint8Array;
}

const FIRST_SIZE = 512;
const MAX_BYTES_A_CHARACTER = 3;

export function createInput(): Input {
  let buffer = new Uint8Array(FIRST_SIZE);
  let view = new DataView(buffer.buffer);
  let length = 0;

  /** The place of so many bytes more. */
  function reserve(count: number): number {
    if (length + count > buffer.length) {
      const larger = new Uint8Array(2 * (length + count));
      larger.set(buffer.subarray(0, length));
      buffer = larger;
      view = new DataView(buffer.buffer);
    }
    return length;
  }

  const input: Input = {
    start(tag) {
      buffer[0] = tag;
      length = 1;
      return input;
    },
    text(value) {
      const at = reserve(4 + value.length * MAX_BYTES_A_CHARACTER);
      const { written } = utf8.encodeInto(value, buffer.subarray(at + 4));
      view.setUint32(at, written);
      length = at + 4 + written;
      return input;
    },
    hex(value) {
      const at = reserve(HASH_BYTES);
      putHex(value, buffer, at);
      length = at + HASH_BYTES;
      return input;
    },
    hash(value) {
      const at = reserve(value.length);
      buffer.set(value, at);
      length = at + value.length;
      return input;
    },
    number(value, what, whose = '') {
      requireCount(value, what, whose);
      const at = reserve(8);
      view.setUint32(at, Math.floor(value / 2 ** 32));
      view.setUint32(at + 4, value % 2 ** 32);
      length = at + 8;
      return input;
    },
    bytes: () => buffer.subarray(0, length),
  };
  return input;
}

/** @throws RangeError for what is negative, fractional or above 2^53 - 1. */
export function requireCount(value: number, what: string, whose = ''): void {
  if (!Number.isSafeInteger(value) || value < 0)
    throw new RangeError(`${what}${whose} must be an integer from 0 to 2^53 - 1, not ${value}`);
}

function putHex(hex: string, bytes: Uint8Array, at: number): void {
  let seen = hex.length === HASH_BYTES * 2 ? 0 : NOT_A_DIGIT;
  for (let index = 0; index < HASH_BYTES; index += 1) {
    const high = DIGITS[hex.charCodeAt(2 * index)] ?? NOT_A_DIGIT;
    const low = DIGITS[hex.charCodeAt(2 * index + 1)] ?? NOT_A_DIGIT;
    bytes[at + index] = high * 16 + low;
    seen |= high | low;
  }
  if (seen > MAX_DIGIT) throw new RangeError(`not 32 bytes in lower-case hexadecimal: ${hex}`);
}
