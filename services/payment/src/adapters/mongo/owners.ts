import type { MessageOn } from '@daka/contracts';
import { createCopyStore, type MongoConnection } from '@daka/service-kit';
import type { Owners } from '../../ports';

interface Owner {
  ownerId: string;
}

/** Copies of who owns membership's organisations. */
export function createOwners(mongo: MongoConnection): Owners {
  const copies = createCopyStore<Owner, 'membership.organisation'>({
    mongo,
    name: 'organisations',
    evolve: (_owner, { data }: MessageOn<'membership.organisation'>) => ({ ownerId: data.ownerId }),
  });
  return {
    apply: copies.apply,
    ownerOf: async (organisationId) => (await copies.load(organisationId))?.ownerId ?? null,
  };
}
