import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { isRefused } from '@daka/contracts';
import { connectMongo, type MongoConnection } from '../documents';
import { createLogger } from '../logging';
import { drawnPicture } from '../testing';
import { createFiles } from './files';
import { createGridFsStorage } from './gridfs-storage';

jest.setTimeout(60_000);

let mongo: MongoConnection;
beforeAll(async () => {
  mongo = await connectMongo({
    url: process.env['MONGO_URL'] ?? '',
    db: `t_files_${randomUUID().slice(0, 8)}`,
    logger: createLogger({ service: 't', level: 'silent' }),
  });
});
afterAll(async () => {
  await mongo.connection.dropDatabase();
  await mongo.stop();
});

it('puts a few files together at a time, however many arrive at once', async () => {
  const stored = createGridFsStorage(mongo);
  let [open, most] = [0, 0];
  const storage: typeof stored = {
    ...stored,
    async read(...asked) {
      most = Math.max(most, (open += 1));
      return (await stored.read(...asked)).once('close', () => (open -= 1));
    },
  };
  const clock = { nowMs: () => Date.parse('2026-03-02T12:00:00Z') };
  // Nothing but the present is asked of the clock.
  const files = await createFiles({ mongo, clock: clock as never, storage });
  const content = await drawnPicture(1);
  const upload = async () => {
    const [fileId, ownerId, placeId, groupId] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
    await files.begin({ fileId, ownerId, placeId, groupId, kind: 'picture', bytes: content.length });
    const outcome = await files.append(fileId, 0, Readable.from([content]));
    return isRefused(outcome) ? outcome.refused : outcome.status;
  };
  const outcomes = await Promise.all(Array.from({ length: 16 }, upload));
  expect(new Set(outcomes)).toEqual(new Set(['ready']));
  expect(open).toBe(0);
  expect(most).toBeGreaterThan(1);
  expect(most).toBeLessThanOrEqual(4);
});
