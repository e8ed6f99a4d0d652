import { randomUUID } from 'node:crypto';
import type { MongoConnection } from '@daka/service-kit';
import type { Version } from '../../domain/versions';
import type { Versions } from '../../ports';
import { after } from './after';

/** Versions are only ever inserted, in the write that makes them. */
export const VERSIONS = 'cohort_versions';

type StoredVersion = Version & { _id: string };

export function toStoredVersions(versions: readonly Version[]): StoredVersion[] {
  return versions.map((version) => ({ _id: randomUUID(), ...version }));
}

export async function createVersions({ connection }: MongoConnection): Promise<Versions> {
  const versions = connection.collection<StoredVersion>(VERSIONS);
  await versions.createIndex({ cohortId: 1, atMs: -1, _id: 1 });
  return {
    async ofCohort(cohortId, { after: place, limit }) {
      const filter = { cohortId, ...after('atMs', -1, place) };
      return (await versions.find(filter, { sort: { atMs: -1, _id: 1 }, limit }).toArray()).map(fromStored);
    },
    async promisedAt(cohortId, atMs) {
      const filter = { cohortId, kind: { $in: ['published' as const, 'revised' as const] }, atMs: { $lte: atMs } };
      const found = await versions.findOne(filter, { sort: { atMs: -1, _id: 1 } });
      return found && fromStored(found);
    },
  };
}

function fromStored({ _id: id, ...version }: StoredVersion): Version & { id: string } {
  return { id, ...version };
}
