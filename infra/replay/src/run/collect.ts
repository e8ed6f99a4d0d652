import { checkinHttp, paymentHttp } from '@daka/contracts';
import type { z } from 'zod';
import type { Session } from '../http/session';

export type Progress = z.infer<typeof checkinHttp.MemberProgress>;
export type Totals = z.infer<typeof paymentHttp.TotalsBody>;
export type Accounts = z.infer<typeof paymentHttp.CohortAccountsBody>;

/** What the services say at the end, as the owner may read it. */
export interface Outcome {
  progress: Progress[];
  totals: Totals[];
  accounts: Accounts;
}

const PAGE = 200;
const MAX_PAGES = 1_000;

export async function collectOutcome(owner: Session, cohortId: string): Promise<Outcome> {
  const [progress, totals, accounts] = await Promise.all([
    allPages(owner, `/api/checkin/cohorts/${cohortId}/progress`, checkinHttp.ProgressPage),
    allPages(owner, `/api/payment/cohorts/${cohortId}/enrolments`, paymentHttp.TotalsPage),
    owner.ask({ method: 'GET', path: `/api/payment/cohorts/${cohortId}/accounts` }, paymentHttp.CohortAccountsBody),
  ]);
  return { progress, totals, accounts };
}

async function allPages<T>(
  owner: Session,
  path: string,
  schema: z.ZodType<{ items: T[]; nextCursor?: string | undefined }>,
): Promise<T[]> {
  const items: T[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < MAX_PAGES; page++) {
    const query = new URLSearchParams({ limit: String(PAGE), ...(cursor === undefined ? {} : { cursor }) });
    const found = await owner.ask({ method: 'GET', path: `${path}?${query}` }, schema);
    items.push(...found.items);
    cursor = found.nextCursor;
    if (cursor === undefined) return items;
  }
  throw new Error(`${path} has more than ${MAX_PAGES} pages`);
}
