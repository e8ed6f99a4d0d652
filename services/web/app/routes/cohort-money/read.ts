import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from '../../api/client';
import { given } from '../../api/given';
import { paged } from '../../api/paged';

export type CohortMoney = Awaited<ReturnType<typeof fetchMoney>>;
export type MoneyDay = Awaited<ReturnType<typeof fetchDays>>[number];
export type HandWork = Awaited<ReturnType<typeof fetchHandWork>>['items'][number];
export type CohortDispute = Awaited<ReturnType<typeof fetchDisputes>>['items'][number];
export type Difference = Awaited<ReturnType<typeof fetchDifferences>>['items'][number];

const AT_ONCE = 50;
/** Days of a page; a plan has fewer than these pages hold. */
const DAYS_AT_ONCE = 200;
const MOST_DAY_PAGES = 20;

export const cohortMoneyQuery = (cohortId: string) =>
  queryOptions({ queryKey: ['cohortMoney', cohortId], queryFn: () => fetchMoney(cohortId) });

export const moneyDaysQuery = (cohortId: string) =>
  queryOptions({ queryKey: ['moneyDays', cohortId], queryFn: () => fetchDays(cohortId) });

/** What only a person can pay, and what waits for a learner's word. */
export const handWorkQuery = (cohortId: string) =>
  infiniteQueryOptions({ queryKey: ['handWork', cohortId], ...paged((cursor) => fetchHandWork(cohortId, cursor)) });

export const disputesQuery = (cohortId: string, state: 'open' | 'decided') =>
  infiniteQueryOptions({
    queryKey: ['cohortDisputes', cohortId, state],
    ...paged((cursor) => fetchDisputes(cohortId, state, cursor)),
  });

export const differencesQuery = (cohortId: string) =>
  infiniteQueryOptions({
    queryKey: ['cohortDifferences', cohortId],
    ...paged((cursor) => fetchDifferences(cohortId, cursor)),
  });

function fetchMoney(cohortId: string) {
  return bodyOf(api.payment.GET('/cohorts/{cohortId}/money', { params: { path: { cohortId } } }));
}

async function fetchDays(cohortId: string) {
  const days = [];
  let cursor: string | undefined;
  for (let pages = 0; pages < MOST_DAY_PAGES; pages += 1) {
    const query = { limit: DAYS_AT_ONCE, ...given({ cursor }) };
    const params = { path: { cohortId }, query };
    const { items, nextCursor } = await bodyOf(api.payment.GET('/cohorts/{cohortId}/money/days', { params }));
    days.push(...items);
    if (nextCursor === undefined) break;
    cursor = nextCursor;
  }
  return days;
}

function fetchHandWork(cohortId: string, cursor: string | undefined) {
  const query = { limit: AT_ONCE, ...given({ cursor }) };
  return bodyOf(api.payment.GET('/cohorts/{cohortId}/manual-payouts', { params: { path: { cohortId }, query } }));
}

function fetchDisputes(cohortId: string, state: 'open' | 'decided', cursor: string | undefined) {
  const query = { limit: AT_ONCE, state, ...given({ cursor }) };
  return bodyOf(api.payment.GET('/cohorts/{cohortId}/disputes', { params: { path: { cohortId }, query } }));
}

function fetchDifferences(cohortId: string, cursor: string | undefined) {
  const query = { limit: AT_ONCE, ...given({ cursor }) };
  return bodyOf(api.payment.GET('/cohorts/{cohortId}/reconciliation', { params: { path: { cohortId }, query } }));
}
