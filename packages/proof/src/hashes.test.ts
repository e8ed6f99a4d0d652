import { hash } from 'node:crypto';
import * as fc from 'fast-check';
import { fromHex, toHex } from './bytes.ts';
import { createHashing, dayHash, headAfter, leafNode, NOTHING_BEFORE, parentNode } from './hashes.ts';

const platform = createHashing((bytes) => Uint8Array.from(hash('sha256', bytes, 'buffer')));
const hex = fc.uint8Array({ minLength: 32, maxLength: 32 }).map(toHex);
const amount = fc.maxSafeNat();
const text = fc.string({ unit: 'grapheme', maxLength: 900 });

it('hashes the same bytes with whatever SHA-256, texts of any length and language', () => {
  fc.assert(
    fc.property(text, hex, hex, text, amount, (day, salt, head, book, balanceMinor) => {
      const leaf = { day, salt, account: book, balanceMinor };
      expect(platform.leafNode(leaf)).toEqual(leafNode(leaf));
      const node = { sumMinor: 0, hash: fromHex(salt) };
      expect(platform.parentNode(leafNode(leaf), node)).toEqual(parentNode(leafNode(leaf), node));
      const before = fromHex(NOTHING_BEFORE);
      expect(platform.headAfter(before, { book, seq: balanceMinor, head })).toEqual(
        headAfter(before, { book, seq: balanceMinor, head }),
      );
      const facts = { day, organisationId: book, currency: 'CNY', count: 1, sumMinor: balanceMinor };
      const hashes = { root: salt, previousDayHash: head, ledgerHead: salt };
      expect(platform.dayHash({ ...facts, ...hashes })).toBe(dayHash({ ...facts, ...hashes }));
    }),
  );
});

it('reads what it writes, and nothing but 32 bytes in lower-case hexadecimal', () => {
  fc.assert(fc.property(hex, (value) => expect(toHex(fromHex(value))).toBe(value)));
  for (const wrong of ['', 'ab'.repeat(31), 'ab'.repeat(33), 'AB'.repeat(32), 'g0'.repeat(32), '0g'.repeat(32)])
    expect(() => fromHex(wrong)).toThrow(RangeError);
  for (const odd of ['\u00e9', '\u6253', '\ud83d', '/', ':', '`']) {
    expect(() => fromHex(odd.padEnd(64, '0'))).toThrow(RangeError);
    expect(() => fromHex(odd.padStart(64, '0'))).toThrow(RangeError);
  }
});
