import { z } from 'zod';
import type { ConfigOf, Settings } from '../config';
import type { MongoConnection } from '../documents';
import { createGridFsStorage } from './gridfs-storage';
import { createS3Storage } from './s3-storage';
import type { FileStorage } from './storage';

/** Where the files of a service lie. */
export const fileSettings = {
  S3_BUCKET: {
    describe:
      "bucket for pictures, voice notes and attachments on a server that speaks S3; empty: in the service's own MongoDB (GridFS)",
    schema: z.string().regex(/^(|[a-z0-9][a-z0-9.-]{1,61}[a-z0-9])$/, 'must be a name of a bucket'),
    default: '',
  },
  S3_ENDPOINT: {
    describe: "address of that server; empty: Amazon's own, by the region",
    schema: z.union([z.literal(''), z.url({ protocol: /^https?$/ })]),
    inProduction: (url) => (url === '' || url.startsWith('https:') ? null : 'is not https'),
    default: '',
  },
  S3_REGION: { describe: 'region of the bucket', schema: z.string().min(1).max(60), default: 'us-east-1' },
  S3_ACCESS_KEY: { describe: 'access key to the bucket', schema: z.string(), secret: true, default: '' },
  S3_SECRET_KEY: { describe: 'its secret', schema: z.string(), secret: true, default: '' },
} as const satisfies Settings;

/** The storage that the settings name. @throws where a bucket is named without its keys. */
export async function createStorage(
  config: ConfigOf<typeof fileSettings>,
  mongo: MongoConnection,
): Promise<FileStorage> {
  const { S3_BUCKET: bucket, S3_ENDPOINT, S3_REGION: region, S3_ACCESS_KEY, S3_SECRET_KEY } = config;
  if (bucket === '') return createGridFsStorage(mongo);
  if (S3_ACCESS_KEY === '' || S3_SECRET_KEY === '') throw new Error('S3_BUCKET needs S3_ACCESS_KEY and S3_SECRET_KEY');
  const endpoint = S3_ENDPOINT === '' ? null : S3_ENDPOINT;
  return createS3Storage({ endpoint, region, bucket, accessKey: S3_ACCESS_KEY, secretKey: S3_SECRET_KEY });
}
