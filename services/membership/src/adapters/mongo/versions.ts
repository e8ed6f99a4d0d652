import { randomUUID } from 'node:crypto';
import type { MongoConnection } from '@daka/service-kit';
import type { Version } from '../../domain/versions';
import type { Versions } from '../../ports';
import { after } from './after';

/** Versions are only ever inserted, in the write that makes them. Their ids grow, so that those of one instant keep their order. */
export const VERSIONS = 'cohort_versions';

const newestFirst = { atMs: -1, _id: -1 } as const;

type StoredVersion = Version & { _id: string };

export function toStoredVersions(versions: readonly Version[]): StoredVersion[] {
  return versions.map((version) => ({ _id: growingId(), ...version }));
}

export async function createVersions({ connection }: MongoConnection): Promise<Versions> {
  const versions = connection.collection<StoredVersion>(VERSIONS);
  await versions.createIndex({ cohortId: 1, ...newestFirst });
  return {
    async ofCohort(cohortId, { after: place, limit }) {
      const filter = { cohortId, ...after('atMs', -1, place, -1) };
      return (await versions.find(filter, { sort: newestFirst, limit }).toArray()).map(fromStored);
    },
    async promisedAt(cohortId, atMs) {
      const filter = { cohortId, kind: { $in: ['published' as const, 'revised' as const] }, atMs: { $lte: atMs } };
      const found = await versions.findOne(filter, { sort: newestFirst });
      return found && fromStored(found);
    },
  };
}

function fromStored({ _id: id, ...version }: StoredVersion): Version & { id: string } {
  return { id, ...version };
}

let made = 0;

/** A UUID of version 7 (RFC 9562): the wall clock's milliseconds, a counter, then chance. */
function growingId(): string {
  made = (made + 1) % 0x1000;
  const ms = Date.now().toString(16).padStart(12, '0');
  return `${ms.slice(0, 8)}-${ms.slice(8)}-7${made.toString(16).padStart(3, '0')}-${randomUUID().slice(19)}`;
}
