import { createCache, estimateBytes } from '@daka/service-kit';
import type { Book } from '../../domain/book';
import type { Books, Parties } from '../../ports';

/** Looks a book up once: whose it is never changes. */
export function createPartiesOf(load: (id: string) => Promise<Book | null>): Books['partiesOf'] {
  const known = createCache<Parties>();
  return async (id) => {
    const remembered = known.get(id);
    if (remembered) return remembered;
    const book = await load(id);
    if (book === null) return null;
    const parties = { learnerId: book.learnerId, cohortId: book.cohortId };
    known.set(id, parties, estimateBytes(parties));
    return parties;
  };
}
