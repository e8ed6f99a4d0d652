import type { DayRecord } from '@daka/proof';
import type { ProofDay } from '../../domain/proof/assemble';

/** What was hashed of a proven day, without what is only shown. */
export function presentProofDay({ heldMinor: _held, cutAtMs: _cut, custody, ...record }: ProofDay): DayRecord {
  return custody === undefined
    ? record
    : { ...record, custody: { ...custody, accounts: custody.accounts.map((account) => ({ ...account })) } };
}
