import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { connectMongo, type MongoConnection } from '../documents';
import { createLogger } from '../logging';
import { eventually } from '../testing';
import { describeStorage } from '../testing/file-storage-contract';
import { createGridFsStorage } from './gridfs-storage';
import { createS3Storage } from './s3-storage';
import type { FileStorage } from './storage';

let mongo: MongoConnection;
beforeAll(async () => {
  const logger = createLogger({ service: 't', level: 'silent' });
  mongo = await connectMongo({ url: process.env['MONGO_URL'] ?? '', db: `t_st_${randomUUID().slice(0, 8)}`, logger });
});
afterAll(async () => {
  await mongo.connection.dropDatabase();
  await mongo.stop();
});

describeStorage('GridFS', () => createGridFsStorage(mongo));

/** A real server that speaks S3: VERSITYGW_BIN, or where Go puts it. Without one there is nothing to try. */
const binary = [process.env['VERSITYGW_BIN'], path.join(__dirname, '../../../../.daka/bin/versitygw')].find(
  (place) => place !== undefined && existsSync(place),
);

// Said, not skipped: a run says what it tried, and CI has no such server.
if (binary === undefined) process.stderr.write('S3 is not tried: there is no versitygw (VERSITYGW_BIN).\n');
else
  describe('on a server that speaks S3', () => {
    onS3();
  });

function onS3(): void {
  let server: ChildProcess;
  let storage: FileStorage;
  const folder = mkdtempSync(path.join(tmpdir(), 'daka-s3-'));
  beforeAll(async () => {
    const port = await freePort();
    const [accessKey, secretKey, bucket] = ['access', 'secret-of-the-test', 'files'];
    const args = ['--access', accessKey, '--secret', secretKey, '--port', `127.0.0.1:${port}`, 'posix', folder];
    server = spawn(String(binary), args, { stdio: 'ignore' });
    const endpoint = `http://127.0.0.1:${port}`;
    const s3 = await import('@aws-sdk/client-s3');
    const credentials = { accessKeyId: accessKey, secretAccessKey: secretKey };
    const client = new s3.S3Client({ endpoint, region: 'us-east-1', forcePathStyle: true, credentials });
    await eventually(() => client.send(new s3.CreateBucketCommand({ Bucket: bucket })).catch(() => undefined));
    storage = await createS3Storage({ endpoint, region: 'us-east-1', bucket, accessKey, secretKey });
  }, 60_000);
  afterAll(() => {
    server?.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  });
  describeStorage('S3', () => storage);
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
