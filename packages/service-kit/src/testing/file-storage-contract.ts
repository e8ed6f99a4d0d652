import { buffer } from 'node:stream/consumers';
import { randomBytes, randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import type { FileStorage } from '../files';

/** What every storage of files must do. */
export function describeStorage(name: string, storageOf: () => FileStorage): void {
  const bytesOf = (stream: Readable): Promise<Buffer> => buffer(stream);
  const read = async (key: string, range?: { start: number; end: number }) =>
    bytesOf(await storageOf().read(key, range));
  const put = (key: string, content: Buffer) => storageOf().put(key, Readable.from([content]), content.length);

  describe(name, () => {
    it.each([1, 1_000, 700_000, 9_000_000])('gives back the %s bytes that it was given', async (bytes) => {
      const key = `${randomUUID()}/a`;
      const content = randomBytes(bytes);
      await put(key, content);
      expect((await read(key)).equals(content)).toBe(true);
    });

    it('gives back parts, over its own seams too', async () => {
      const key = `${randomUUID()}/a`;
      const content = randomBytes(600_000);
      await put(key, content);
      for (const [start, end] of [
        [0, 0],
        [599_999, 599_999],
        [261_000, 262_500],
        [0, 599_999],
      ] as const)
        expect((await read(key, { start, end })).equals(content.subarray(start, end + 1))).toBe(true);
    });

    it('has nothing of a file that was removed, and removes it twice', async () => {
      const key = `${randomUUID()}/a`;
      await put(key, randomBytes(10));
      await storageOf().remove(key);
      await storageOf().remove(key);
      await expect(read(key)).rejects.toThrow();
    });

    it('removes everything of one file and nothing of another', async () => {
      const [one, other] = [randomUUID(), randomUUID()];
      for (const key of [`${one}/a`, `${one}/b`, `${other}/a`]) await put(key, randomBytes(10));
      await storageOf().removeAll(`${one}/`);
      await storageOf().removeAll(`${one}/`);
      await expect(read(`${one}/b`)).rejects.toThrow();
      expect(await read(`${other}/a`)).toHaveLength(10);
    });

    it('does not take less than it was to get', async () => {
      const cut = Readable.from([randomBytes(5)]);
      await expect(storageOf().put(`${randomUUID()}/a`, cut, 10)).rejects.toThrow();
    });
  });
}
