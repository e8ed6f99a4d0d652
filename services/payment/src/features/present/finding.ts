import { iso, type paymentHttp } from '@daka/contracts';
import type { z } from 'zod';
import type { Finding } from '../../domain/reconcile/judge';

/** Where the ledger and the processor differ, without whose it is. */
export function presentFinding({
  number: _,
  movedAtMs,
  organisationId: _organisation,
  types,
  ...finding
}: Finding & { number: number }) {
  return { ...finding, types: [...types], movedAt: movedAtMs === null ? null : iso(movedAtMs) };
}

/** No comparison has ended yet. */
export const neverRan = (): z.input<typeof paymentHttp.ReconciliationBody> => ({
  checkedAt: null,
  differences: 0,
  inFlight: 0,
  items: [],
});
