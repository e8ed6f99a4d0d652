import type { LearnerLetter } from '../domain/learner-invitation';
import type { Ports } from '../ports';

/** A letter to a learner with a fresh link, which stands in it sealed until it is sent. Null: where no address is proven, nobody is written to. */
export function freshLearnerLetter({
  ids,
  linkSeal,
  mustProve,
}: Pick<Ports, 'ids' | 'linkSeal' | 'mustProve'>): LearnerLetter | null {
  if (!mustProve) return null;
  const [id, token] = [ids.fresh(), ids.secret()];
  return { id, tokenHash: ids.digest(token), sealed: linkSeal.close(id, token) };
}
