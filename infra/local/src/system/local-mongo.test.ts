import path from 'node:path';
import mongoose from 'mongoose';
import { startMongo } from '../parts/start-mongo';
import { tempDir } from '../testing/temp-dir';
import { withLocalMongo } from './local-mongo';
import { acquireLock } from './lock';

jest.setTimeout(90_000);
const dir = tempDir();
const silent = () => undefined;
const countIn = async (url: string) => {
  const client = new mongoose.mongo.MongoClient(url, { serverSelectionTimeoutMS: 5_000 });
  try {
    return await client.db('daka_payment').collection('kept').countDocuments();
  } finally {
    await client.close();
  }
};

it('takes what MONGO_URL names', async () => {
  expect(await withLocalMongo({ MONGO_URL: 'mongodb://db/' }, dir, silent, async (url) => url)).toBe('mongodb://db/');
});

it('says what to do where there are no data', async () => {
  await expect(withLocalMongo({}, dir, silent, async () => 0)).rejects.toThrow(
    /no data here yet. Start Daka with npm start/,
  );
});

it('finds the data of a running system, and starts its own MongoDB on those of the last one, for as long as it is used', async () => {
  const running = await startMongo({
    dataDir: path.join(dir, 'data', 'mongo'),
    pidFile: path.join(dir, 'pids', 'mongo.pid'),
  });
  const client = new mongoose.mongo.MongoClient(running.url);
  await client.db('daka_payment').collection('kept').insertOne({ one: 1 });
  await client.close();
  expect(await withLocalMongo({}, dir, silent, async (url) => [url, await countIn(url)])).toEqual([running.url, 1]);
  await running.stop();

  const started = await withLocalMongo({}, dir, silent, async (url) => {
    expect(() => acquireLock(path.join(dir, 'start.lock'))).toThrow(/already runs/);
    expect(await countIn(url)).toBe(1);
    return url;
  });
  await expect(countIn(started)).rejects.toThrow(/ECONNREFUSED/);
  acquireLock(path.join(dir, 'start.lock')).release();
});

it('leaves the data of a starting system alone', async () => {
  const lock = acquireLock(path.join(dir, 'start.lock'));
  await expect(withLocalMongo({}, dir, silent, async () => 0)).rejects.toThrow(/already runs from this folder/);
  lock.release();
});
