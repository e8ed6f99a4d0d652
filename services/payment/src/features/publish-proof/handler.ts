import type { Logger } from '@daka/service-kit';
import { assembleProof } from '../../domain/proof/assemble';
import { cutOf, nextDueDay } from '../../domain/proof/days';
import type { Clocks, Proofs, Standings } from '../../ports';

interface Ports {
  standings: Standings;
  proofs: Proofs;
  clocks: Clocks;
  /** 32 bytes in hexadecimal that nobody can guess. */
  newSalt(): string;
  logger: Pick<Logger, 'error'>;
}

/** Proves every UTC day that has ended, for every organisation, in order and once. Stops between two days when it is told to. */
export function createPublishProofs(ports: Ports) {
  const { standings, proofs, clocks, logger } = ports;

  async function catchUp(organisationId: string, signal: AbortSignal): Promise<void> {
    let lastDay = await proofs.lastDay(organisationId);
    const firstAtMs = lastDay === null ? await standings.firstEntryAtMs(organisationId) : null;
    for (let day = nextDueDay(lastDay, firstAtMs, clocks.now().atMs); day !== null && !signal.aborted; day = nextDueDay(lastDay, firstAtMs, clocks.now().atMs)) {
      if (!(await publishDay(ports, organisationId, day))) return;
      lastDay = day;
    }
  }

  return async function publishProofs(signal: AbortSignal): Promise<void> {
    for (const organisationId of await standings.organisations()) {
      if (signal.aborted) return;
      // One organisation whose books cannot be proven must not hide the deposits of the others.
      await catchUp(organisationId, signal).catch((err: unknown) => logger.error({ err, organisationId }, 'the deposits of a day cannot be proven'));
    }
  };
}

type Assembling = ReturnType<typeof assembleProof>;

/** One pass over the books; a proof for each currency. False: another instance was faster. */
async function publishDay({ standings, proofs, newSalt }: Ports, organisationId: string, day: string): Promise<boolean> {
  const cutAtMs = cutOf(day);
  const run = await proofs.begin(organisationId, day);
  const byCurrency = new Map<string, Assembling>();
  try {
    for await (const { book, currency, standing } of standings.learnersBooks(organisationId, cutAtMs)) {
      if (standing.head.seq === 0) continue;
      const proof = byCurrency.get(currency) ?? assembleProof({ day, onNode: (level, index, node) => run.keepNode(currency, level, index, node) });
      byCurrency.set(currency, proof);
      run.keepLeaf(currency, proof.addBook(book, standing, newSalt()));
      await run.relieve();
    }
    for await (const { book, currency, standing } of standings.cohortsBooks(organisationId, cutAtMs)) {
      if (standing.head.seq > 0) byCurrency.get(currency)?.addJournal(book, standing);
    }
    const days = [];
    for (const [currency, proof] of byCurrency) {
      const before = await proofs.latest(organisationId, currency);
      days.push(proof.finish({ organisationId, currency, previousDay: before?.day ?? null, previousDayHash: before?.dayHash ?? null, cutAtMs }));
    }
    if (await run.publish(days)) return true;
  } catch (error) {
    await run.drop();
    throw error;
  }
  await run.drop();
  return false;
}
