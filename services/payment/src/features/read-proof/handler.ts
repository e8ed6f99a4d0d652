import type { PublicProof } from '@daka/proof';
import { coverageBps } from '../../domain/proof/assemble';
import type { Proofs } from '../../ports';
import { recordOf } from '../read-receipt/handler';

export interface ProofPosition { day: string; currency: string }

/** What anybody may know: owed, held and how far the one covers the other, by day and currency, the newest day first. */
export function createReadProof({ proofs }: { proofs: Pick<Proofs, 'days'> }) {
  return async function readProof(
    organisationId: string, { limit, cursor, currency }: { limit: number; cursor?: ProofPosition | undefined; currency?: string | undefined },
  ): Promise<PublicProof> {
    const found = await proofs.days(organisationId, { limit: limit + 1, after: cursor, currency });
    const shown = found.slice(0, limit);
    const last = shown.at(-1);
    const items = shown.map((day) => ({
      ...recordOf(day), heldMinor: day.heldMinor, coverageBps: coverageBps(day), cutAt: new Date(day.cutAtMs).toISOString(),
    }));
    return { kind: 'daka.proof.v1', organisationId, items, ...(found.length > limit && last ? { nextCursor: `${last.day}.${last.currency}` } : {}) };
  };
}
