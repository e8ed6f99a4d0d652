import type { Collection } from 'mongoose';
import type { MongoConnection } from '../documents';
import { bandsOf, differingBits, MOST_DIFFERING_BITS } from './perceptual-hash';
import type { ContentRefusal, FileContent, KeptFile, NewFile, Resemblance } from './types';

const COLLECTION = 'files';
const BATCH = 100;
/** More alike in one band than anybody looks at. */
const MOST_CANDIDATES = 2_000;
const MOST_SHOWN = 3;

/** A part as it came; together they are the file. */
export interface Part {
  key: string;
  bytes: number;
}

/** A file as it is stored. */
export interface FileDocument extends Omit<KeptFile, 'fileId'> {
  _id: string;
  parts: Part[];
  contentKey?: string;
  thumbnailKey?: string;
  hash?: string;
  bands?: string[];
}

export type Catalogue = Awaited<ReturnType<typeof createCatalogue>>;

/** What is known of each file, one document each; the bytes lie in the storage. */
export async function createCatalogue({ connection }: MongoConnection) {
  const files = connection.collection<FileDocument>(COLLECTION);
  await Promise.all([
    files.createIndex({ ownerId: 1 }),
    files.createIndex({ placeId: 1, createdAtMs: 1 }),
    files.createIndex({ createdAtMs: 1 }, { partialFilterExpression: { isUsed: false } }),
    files.createIndex({ groupId: 1, bands: 1 }, { partialFilterExpression: { isUsed: true } }),
  ]);

  return {
    async insert({ fileId, ...file }: NewFile, createdAtMs: number): Promise<FileDocument> {
      const document = { ...file, _id: fileId, received: 0, status: 'receiving' as const, createdAtMs, parts: [] };
      await files.insertOne({ ...document, ...UNUSED });
      return document;
    },
    find: (fileId: string): Promise<FileDocument | null> => files.findOne({ _id: fileId }),
    findAll: (fileIds: readonly string[]): Promise<FileDocument[]> =>
      files.find({ _id: { $in: [...fileIds] } }).toArray(),
    /** Of what was refused nothing is left but that. */
    async countUnused(placeId: string): Promise<{ count: number; bytes: number }> {
      const kept = { $cond: [{ $eq: ['$status', 'refused'] }, 0, '$bytes'] };
      const [found] = await files
        .aggregate<{ count: number; bytes: number }>([
          { $match: { placeId, ...UNUSED } },
          { $group: { _id: null, count: { $sum: 1 }, bytes: { $sum: kept } } },
        ])
        .toArray();
      return found ?? { count: 0, bytes: 0 };
    },
    /** Null: something else came to that place before. */
    addPart: (fileId: string, offset: number, part: Part): Promise<FileDocument | null> =>
      files.findOneAndUpdate(
        { _id: fileId, received: offset, status: 'receiving' },
        { $inc: { received: part.bytes }, $push: { parts: part } },
        { returnDocument: 'after' },
      ),
    /** Null: it is decided already. */
    finish: (fileId: string, made: Made): Promise<FileDocument | null> =>
      files.findOneAndUpdate(
        { _id: fileId, status: 'receiving' },
        { $set: { ...made, parts: [] } },
        { returnDocument: 'after' },
      ),
    async use(fileIds: readonly string[], usedFor: string): Promise<void> {
      await files.updateMany({ _id: { $in: [...fileIds] }, ...UNUSED }, { $set: { usedFor, isUsed: true } });
    },
    unused: (beforeMs: number, limit: number): Promise<FileDocument[]> =>
      files
        .find({ ...UNUSED, createdAtMs: { $lt: beforeMs } })
        .sort({ createdAtMs: 1 })
        .limit(limit)
        .toArray(),
    ownedBy: (ownerId: string): Promise<FileDocument[]> => files.find({ ownerId }).limit(BATCH).toArray(),
    async forget(fileId: string): Promise<void> {
      await files.deleteOne({ _id: fileId });
    },
    resembling: (fileId: string): Promise<Resemblance[]> => findAlike(files, fileId),
  };
}

/** Used files of the same group in at least one of whose bands it is the same, as far as they are alike in all. */
async function findAlike(files: Collection<FileDocument>, fileId: string): Promise<Resemblance[]> {
  const file = await files.findOne({ _id: fileId });
  const { hash, groupId } = file ?? {};
  if (hash === undefined || groupId === undefined) return [];
  const candidates = await files
    .find({ groupId, isUsed: true, bands: { $in: bandsOf(hash) }, _id: { $ne: fileId } })
    .project<Pick<FileDocument, '_id' | 'placeId' | 'usedFor' | 'hash'>>({ placeId: 1, usedFor: 1, hash: 1 })
    .limit(MOST_CANDIDATES)
    .toArray();
  return candidates
    .map(({ _id, placeId, usedFor = '', hash: other = '' }) => {
      return { fileId: _id, placeId, usedFor, differingBits: differingBits(hash, other) };
    })
    .filter((found) => found.differingBits <= MOST_DIFFERING_BITS)
    .sort((one, other) => one.differingBits - other.differingBits)
    .slice(0, MOST_SHOWN);
}

/** Ready with its content, or refused. */
export type Made =
  | { status: 'refused'; refusal: ContentRefusal }
  | {
      status: 'ready';
      content: FileContent;
      contentKey: string;
      name?: string;
      thumbnailKey?: string;
      hash?: string;
      bands?: string[];
    };

const UNUSED = { isUsed: false } as const;

/** As others see it. */
export function shown({
  _id,
  parts: _,
  contentKey: _key,
  thumbnailKey: _small,
  hash: _hash,
  bands: _bands,
  ...file
}: FileDocument): KeptFile {
  return { ...file, fileId: _id };
}
