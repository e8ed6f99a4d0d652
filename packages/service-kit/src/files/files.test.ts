import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { deflateSync } from 'node:zlib';
import { isRefused } from '@daka/contracts';
import sharp from 'sharp';
import { connectMongo, type MongoConnection } from '../documents';
import { drawnPicture, writtenPdf } from '../testing';
import { createLogger } from '../logging';
import { createFiles, MOST_BYTES } from './files';
import { createGridFsStorage } from './gridfs-storage';
import type { FileKind, Files, KeptFile } from './types';

jest.setTimeout(60_000);

let mongo: MongoConnection;
let files: Files;
let folder: string;
let nowMs = Date.parse('2026-03-02T12:00:00Z');
const storageKeys = async () =>
  (await mongo.connection.collection('file_bytes.files').find().toArray()).map(({ filename }) => String(filename));

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'daka-test-'));
  const db = `t_files_${randomUUID().slice(0, 8)}`;
  mongo = await connectMongo({
    url: process.env['MONGO_URL'] ?? '',
    db,
    logger: createLogger({ service: 't', level: 'silent' }),
  });
  files = await createFiles({ mongo, clock: { nowMs: () => nowMs } as never, storage: createGridFsStorage(mongo) });
});
afterAll(async () => {
  await mongo.connection.dropDatabase();
  await mongo.stop();
  await rm(folder, { recursive: true });
});

const groupId = randomUUID();
const announce = async (
  bytes: number,
  more: { ownerId?: string; placeId?: string; kind?: FileKind; name?: string } = {},
) => {
  const { ownerId = randomUUID(), placeId = randomUUID(), kind = 'picture', name } = more;
  const file = { fileId: randomUUID(), ownerId, placeId, groupId, kind, bytes, ...(name !== undefined && { name }) };
  const begun = await files.begin(file);
  if (isRefused(begun)) throw new Error(begun.refused);
  return begun;
};
const upload = async (content: Buffer, more: Parameters<typeof announce>[1] = {}) => {
  const { fileId } = await announce(content.length, more);
  return files.append(fileId, 0, Readable.from([content]));
};
const ready = (outcome: Awaited<ReturnType<typeof upload>>): KeptFile => {
  if (isRefused(outcome)) throw new Error(outcome.refused);
  expect(outcome.status).toBe('ready');
  return outcome;
};
const contentOf = async ({ fileId }: KeptFile): Promise<Buffer> => {
  const document = await mongo.connection
    .collection<{ _id: string; contentKey?: string }>('files')
    .findOne({ _id: fileId });
  const parts: Buffer[] = [];
  for await (const chunk of await createGridFsStorage(mongo).read(String(document?.contentKey)))
    parts.push(chunk as Buffer);
  return Buffer.concat(parts);
};

let scenes: Buffer[];
beforeAll(async () => {
  scenes = await Promise.all([1, 2, 3].map((seed) => drawnPicture(seed)));
});
it('stores a picture drawn anew: without the position that its EXIF tells, upright, with a small one', async () => {
  const exif = { IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '31/1 14/1 0/1' }, IFD0: { Copyright: 'SECRET-OWNER' } };
  const told = await (await read(scenes[0])).withExif(exif).withMetadata({ orientation: 6, exif }).jpeg().toBuffer();
  expect((await (await read(told)).metadata()).exif?.includes('SECRET-OWNER')).toBe(true);
  const file = ready(await upload(told));
  const stored = await contentOf(file);
  const { exif: left, orientation, width, height } = await (await read(stored)).metadata();
  expect([left, orientation, width, height]).toEqual([undefined, undefined, 240, 320]);
  expect(stored.includes('SECRET-OWNER')).toBe(false);
  expect(file.content).toMatchObject({ mediaType: 'image/jpeg', width: 240, height: 320 });
});

it('kills what hides in a picture: nothing after or inside it is stored', async () => {
  const script = '<script>alert(1)</script>';
  const polyglot = Buffer.concat([scenes[1] ?? Buffer.alloc(0), Buffer.from(`PK\u0003\u0004${script}`)]);
  const stored = await contentOf(ready(await upload(polyglot)));
  expect(stored.includes('script')).toBe(false);
  expect(stored.includes('PK\u0003\u0004')).toBe(false);
});

it.each([
  [
    'an SVG with a script',
    () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
  ],
  ['a page', () => Buffer.from('<!doctype html><script>alert(1)</script>')],
  ['a zip', () => Buffer.from('PK\u0003\u0004aaaaaaaaaaaaaaaaaaa')],
  ['a GIF', () => Buffer.from('GIF89a/*aaaaaaaaaaaaaaaaaaa')],
  ['a voice note', () => Buffer.from('OggSaaaaaaaaaaaaaaaaaaa')],
  ['two bytes', () => Buffer.from([0xff, 0xd8])],
])('refuses %s as a picture', async (_name, content) => {
  expect(await upload(content())).toMatchObject({ refused: 'file_type_refused' });
});

it('refuses what only begins like a picture, and keeps nothing of it', async () => {
  const broken = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), randomBytes(500)]);
  const outcome = await upload(broken);
  expect(outcome).toMatchObject({ refused: 'file_damaged' });
  const half = (scenes[0] ?? broken).subarray(0, 2_000);
  expect(await upload(half)).toMatchObject({ refused: 'file_damaged' });
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>');
  const svgAsPng = Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), svg]);
  expect(await upload(svgAsPng)).toMatchObject({ refused: 'file_damaged' });
});

it('refuses a bomb by its header, before it is decoded', async () => {
  const bomb = png(30_000, 30_000);
  expect(bomb.length).toBeLessThan(MOST_BYTES.picture);
  expect(await upload(bomb)).toMatchObject({ refused: 'picture_too_large' });
});

it('goes on where the line was cut, and not elsewhere', async () => {
  const content = scenes[2] ?? Buffer.alloc(0);
  const { fileId } = await announce(content.length);
  const cut = Readable.from(
    (async function* () {
      yield content.subarray(0, 3_000);
      throw new Error('aborted');
    })(),
  );
  expect(await files.append(fileId, 0, cut)).toMatchObject({ received: 3_000, status: 'receiving' });
  const wrong = await files.append(fileId, 0, Readable.from([content]));
  expect(wrong).toMatchObject({ refused: 'offset_mismatch', extra: { offset: 3_000 } });
  const both = await Promise.all(
    [1, 2].map(() => files.append(fileId, 3_000, Readable.from([content.subarray(3_000)]))),
  );
  expect(both.filter((one) => !isRefused(one) && one.status === 'ready').length).toBeGreaterThan(0);
  expect((await files.find(fileId))?.status).toBe('ready');
  const left = (await storageKeys()).filter((key) => key.startsWith(fileId));
  expect(left).toHaveLength(2);
});

it('is held up by no slow sender: one place has three at once, and all others go on', async () => {
  const [scene = Buffer.alloc(0)] = scenes;
  const placeId = randomUUID();
  const slow = await Promise.all(
    [1, 2, 3].map(async () => {
      const { fileId } = await announce(scene.length, { placeId });
      const body = new PassThrough();
      body.write(scene.subarray(0, 1_000)); // and then nothing for long
      return { body, arrived: files.append(fileId, 0, body) };
    }),
  );
  const fourth = await announce(scene.length, { placeId });
  expect(await files.append(fourth.fileId, 0, Readable.from([scene]))).toMatchObject({ refused: 'too_many_uploads' });
  for (let others = 0; others < 5; others += 1) ready(await upload(scene));
  for (const { body } of slow) body.end(scene.subarray(1_000));
  for (const { arrived } of slow) ready(await arrived);
  ready(await files.append(fourth.fileId, 0, Readable.from([scene])));
});

it('takes no more than was announced, and nothing that is too large', async () => {
  const { fileId } = await announce(10);
  expect(await files.append(fileId, 0, Readable.from([Buffer.alloc(11)]))).toMatchObject({ refused: 'too_much' });
  expect((await files.find(fileId))?.received).toBe(0);
  const tooLarge = { fileId: randomUUID(), ownerId: 'o', placeId: 'p', groupId, kind: 'picture' as const };
  expect(await files.begin({ ...tooLarge, bytes: MOST_BYTES.picture + 1 })).toMatchObject({
    refused: 'file_too_large',
  });
});

it('keeps an attachment as it came, under a name that is safe', async () => {
  const pdf = writtenPdf('As it came');
  const file = ready(await upload(pdf, { kind: 'attachment', name: 'C:\\notes\u202e.exe' }));
  expect(file).toMatchObject({
    name: 'C__notes.exe.pdf',
    content: { mediaType: 'application/pdf', bytes: pdf.length },
  });
  expect((await contentOf(file)).equals(pdf)).toBe(true);
  expect(await upload(pdf)).toMatchObject({ refused: 'file_type_refused' });
  const picture = await upload(scenes[0] ?? Buffer.alloc(0), { kind: 'attachment', name: 'a.pdf' });
  expect(picture).toMatchObject({ refused: 'file_type_refused' });
  expect((await storageKeys()).filter((key) => key.startsWith(file.fileId))).toHaveLength(1);
});

it('lets no place fill the disk with what it does not use: what is announced counts, what was refused does not', async () => {
  const placeId = randomUUID();
  const bytes = MOST_BYTES.attachment;
  const begin = () => files.begin({ fileId: randomUUID(), ownerId: 'o', placeId, groupId, kind: 'attachment', bytes });
  for (let count = 0; count < 20; count += 1) expect(await begin()).toMatchObject({ status: 'receiving' });
  expect(await begin()).toMatchObject({ refused: 'too_many_files' });
  await mongo.connection.collection('files').updateOne({ placeId }, { $set: { status: 'refused' } });
  expect(await begin()).toMatchObject({ status: 'receiving' });
});

it('finds a used picture of the group again, also made smaller, and none that only waits', async () => {
  const first = ready(await upload(scenes[0] ?? Buffer.alloc(0)));
  const again = await (await read(scenes[0])).resize(200).jpeg({ quality: 40 }).toBuffer();
  const second = ready(await upload(again));
  expect(await files.resembling(second.fileId)).toEqual([]);
  await files.use([first.fileId], '2026-03-02');
  expect(await files.resembling(second.fileId)).toMatchObject([{ fileId: first.fileId, usedFor: '2026-03-02' }]);
  const other = ready(await upload(scenes[1] ?? Buffer.alloc(0)));
  expect(await files.resembling(other.fileId)).toEqual([]);
});

it('forgets an account with all its bytes, and shows what nobody used', async () => {
  const ownerId = randomUUID();
  const mine = ready(await upload(scenes[0] ?? Buffer.alloc(0), { ownerId }));
  const half = await announce(100, { ownerId });
  await files.append(half.fileId, 0, Readable.from([Buffer.alloc(50)]));
  nowMs += 1_000;
  expect((await files.unused(nowMs, 100)).map(({ fileId }) => fileId)).toEqual(
    expect.arrayContaining([mine.fileId, half.fileId]),
  );
  expect(await files.removeOwnedBy(ownerId)).toBe(2);
  expect(await files.find(mine.fileId)).toBeNull();
  expect((await storageKeys()).filter((key) => key.startsWith(mine.fileId) || key.startsWith(half.fileId))).toEqual([]);
});

/** This process reads pictures off the disk only; what reads them out of memory is locked away with the rest. */
async function read(content: Buffer | undefined) {
  const file = path.join(folder, randomUUID());
  await writeFile(file, content ?? '');
  return sharp(file);
}

/** A PNG that claims to be so large and holds one line. */
function png(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    const crc = Buffer.alloc(4);
    crc.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, crc]);
  };
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(width * 3 + 1))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function crc32(data: Buffer): number {
  let crc = 0xff_ff_ff_ff;
  for (const byte of data) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xed_b8_83_20 : crc >>> 1;
  }
  return (crc ^ 0xff_ff_ff_ff) >>> 0;
}
