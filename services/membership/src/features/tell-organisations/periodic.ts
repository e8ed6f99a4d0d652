import type { Ports } from '../../ports';

const BATCH = 100;

/** Tells of every organisation that nobody has told of: those from before it was told at all, and what a crash left. */
export function createTellOrganisations({ organisations }: Pick<Ports, 'organisations'>) {
  return async function tellOrganisations(signal: AbortSignal): Promise<void> {
    for (let count = BATCH; count === BATCH && !signal.aborted;) {
      const untold = await organisations.untold(BATCH);
      count = untold.length;
      for (const organisation of untold) await organisations.tell(organisation);
    }
  };
}
