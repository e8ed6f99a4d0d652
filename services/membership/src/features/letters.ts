import { type Letter, type LinkKind, writeLetter } from '../domain/letter';
import type { Ports } from '../ports';

/** A letter with a fresh link. Its secret stands in it sealed, so that it can be sent later and read by nobody before. */
export function freshLetter(
  { ids, linkSeal, wallClock }: Pick<Ports, 'ids' | 'linkSeal' | 'wallClock'>,
  kind: LinkKind,
): Letter {
  const id = ids.fresh();
  const token = ids.secret();
  const sealed = linkSeal.close(id, token);
  return writeLetter(kind, { id, tokenHash: ids.digest(token), sealed }, wallClock.nowMs());
}
