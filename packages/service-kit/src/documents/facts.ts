import { createCache, estimateBytes } from './cache';

/** Looks a document up once for what never changes of it, such as whose it is. One that is not there is looked for again. */
export function createFacts<Document, Facts>(
  load: (id: string) => Promise<Document | null>,
  factsOf: (document: Document) => Facts,
): (id: string) => Promise<Facts | null> {
  const known = createCache<{ facts: Facts }>();
  return async (id) => {
    const remembered = known.get(id);
    if (remembered !== undefined) return remembered.facts;
    const document = await load(id);
    if (document === null) return null;
    const facts = factsOf(document);
    known.set(id, { facts }, estimateBytes(facts));
    return facts;
  };
}
