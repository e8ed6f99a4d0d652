import { pipeline } from 'node:stream/promises';
import mongoose from 'mongoose';
import type { MongoConnection } from '../documents';
import type { FileStorage } from './storage';

const BUCKET = 'file_bytes';

/** Files in the service's own MongoDB, a few hundred kilobytes a document: nothing more to run, one thing to back up. */
export function createGridFsStorage({ connection }: MongoConnection): FileStorage {
  function bucket() {
    if (connection.db === undefined) throw new Error('the connection has no database yet');
    return new mongoose.mongo.GridFSBucket(connection.db, { bucketName: BUCKET });
  }

  async function removeWhere(filename: string | RegExp): Promise<void> {
    const from = bucket();
    for await (const { _id } of from.find({ filename }).project<{ _id: mongoose.mongo.ObjectId }>({ _id: 1 }))
      await from.delete(_id).catch(ifGone);
  }

  return {
    async put(key, source, bytes) {
      const target = bucket().openUploadStream(key);
      await pipeline(source, target);
      if (target.length !== bytes) throw new Error(`${key} has ${target.length} bytes instead of ${bytes}`);
    },
    async read(key, range) {
      return bucket().openDownloadStreamByName(key, range && { start: range.start, end: range.end + 1 });
    },
    remove: (key) => removeWhere(key),
    removeAll: (prefix) => removeWhere(new RegExp(`^${prefix.replaceAll(/[^\w/-]/g, String.raw`\$&`)}`)),
  };
}

/** Somebody else removed it meanwhile. */
function ifGone(error: unknown): void {
  if (!(error instanceof mongoose.mongo.MongoRuntimeError)) throw error;
}
