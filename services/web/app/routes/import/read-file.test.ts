import { decode, readList } from './read-file';

const bytes = (...values: number[]): ArrayBuffer => Uint8Array.from(values).buffer;

it('reads UTF-8 with and without a mark, and GBK where it is none', () => {
  expect(decode(bytes(0xe6, 0x9d, 0x8e))).toEqual({ text: '李', isGbk: false });
  expect(decode(bytes(0xef, 0xbb, 0xbf, 0xe6, 0x9d, 0x8e))).toEqual({ text: '李', isGbk: false });
  expect(decode(bytes(0xc0, 0xee))).toEqual({ text: '李', isGbk: true });
  expect(decode(bytes(0xff, 0x80)).text).toContain('\uFFFD');
});
it('refuses what is larger than any list', async () => {
  expect(await readList({ size: 1_000_001 } as Blob)).toBeNull();
});
