import { Readable } from 'node:stream';
import type { FileStorage } from './storage';

export interface S3Settings {
  /** Of the server; null: Amazon's own, by the region. */
  endpoint: string | null;
  region: string;
  bucket: string;
  accessKey: string;
  secretKey: string;
}

const CONNECT_MS = 5_000;
const ANSWER_MS = 30_000;
const ATTEMPTS = 3;
const LISTED = 1_000;

/** Files in a bucket of whatever speaks S3. Everything has a length before it is sent, so that nothing is held in memory to measure it. */
export async function createS3Storage({
  endpoint,
  region,
  bucket: Bucket,
  accessKey,
  secretKey,
}: S3Settings): Promise<FileStorage> {
  // Loaded only here: it is large, and most have no use for it.
  const s3 = await import('@aws-sdk/client-s3');
  const client = new s3.S3Client({
    region,
    // By path: a server of one's own has no name for each bucket.
    ...(endpoint === null ? {} : { endpoint, forcePathStyle: true }),
    credentials: { accessKeyId: accessKey, secretAccessKey: secretKey },
    maxAttempts: ATTEMPTS,
    requestHandler: { connectionTimeout: CONNECT_MS, requestTimeout: ANSWER_MS },
    // Servers that are not Amazon's may not know the newer ones; the length is checked, and TLS guards the way.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });

  return {
    async put(Key, source, bytes) {
      const stop = new AbortController();
      const Body = Readable.from(exactly(source, bytes));
      // The server would wait for the rest.
      Body.once('error', () => stop.abort());
      const command = new s3.PutObjectCommand({ Bucket, Key, Body, ContentLength: bytes });
      await client.send(command, { abortSignal: stop.signal });
    },
    async read(Key, range) {
      const Range = range && `bytes=${range.start}-${range.end}`;
      const { Body } = await client.send(new s3.GetObjectCommand({ Bucket, Key, ...(Range && { Range }) }));
      if (!(Body instanceof Readable)) throw new Error(`${Key} came without a body`);
      return Body;
    },
    async remove(Key) {
      await client.send(new s3.DeleteObjectCommand({ Bucket, Key }));
    },
    async removeAll(Prefix) {
      for (;;) {
        const { Contents = [] } = await client.send(new s3.ListObjectsV2Command({ Bucket, Prefix, MaxKeys: LISTED }));
        const Objects = Contents.flatMap(({ Key }) => (Key === undefined ? [] : [{ Key }]));
        if (Objects.length === 0) return;
        const { Errors = [] } = await client.send(
          new s3.DeleteObjectsCommand({ Bucket, Delete: { Objects, Quiet: true } }),
        );
        if (Errors.length > 0) throw new Error(`${Errors[0]?.Key} could not be removed: ${Errors[0]?.Code}`);
      }
    },
  };
}

async function* exactly(source: Readable, bytes: number): AsyncGenerator<Buffer> {
  let sent = 0;
  for await (const chunk of source) {
    const part = Buffer.from(chunk);
    sent += part.length;
    yield part;
  }
  if (sent !== bytes) throw new Error(`${sent} bytes came instead of ${bytes}`);
}
