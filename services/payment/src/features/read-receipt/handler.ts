import { type Refused, refuse } from '@daka/contracts';
import { type DayRecord, type Receipt, toHex } from '@daka/proof';
import type { ProofDay } from '../../domain/proof/assemble';
import type { Proofs } from '../../ports';

/** Earlier days that a receipt brings along: whoever looks once a month can check the chain without the public page. */
const EARLIER_DAYS = 35;

/** A learner's own part in a day's proof, to be kept and checked without us. */
export function createReadReceipt({ proofs }: { proofs: Pick<Proofs, 'leafOf' | 'days'> }) {
  return async function readReceipt(enrolmentId: string, day?: string): Promise<Refused<'no_receipt'> | Receipt> {
    const found = await proofs.leafOf(enrolmentId, day);
    if (!found) return refuse('no_receipt', day === undefined ? 'No day with this money has been proven yet.' : `No proof of ${day} has this money in it.`);
    const { organisationId, currency } = found.day;
    const earlier = await proofs.days(organisationId, { limit: EARLIER_DAYS, currency, after: found.day });
    return {
      kind: 'daka.receipt.v1',
      leaf: found.leaf,
      path: found.path.map(({ sumMinor, hash }) => ({ sumMinor, hash: toHex(hash) })),
      day: recordOf(found.day),
      earlier: earlier.map(recordOf),
    };
  };
}

/** What was hashed, without what is only shown. */
export function recordOf({ heldMinor: _held, cutAtMs: _cut, ...record }: ProofDay): DayRecord {
  return record;
}
