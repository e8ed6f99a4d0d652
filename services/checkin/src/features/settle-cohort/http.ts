import { checkinHttp, iso, isRefused, refuse } from '@daka/contracts';
import { refusals, route } from '@daka/service-kit';
import { settlesAtMs } from '../../domain/cohort';
import type { Ports, ReadinessOf } from '../../ports';
import type { StartSettlement } from './handler';

export const startSettlementRoute = route<{ startSettlement: StartSettlement }>()({
  method: 'post',
  path: '/cohorts/:cohortId/settlement',
  summary: 'Settle a cohort: final entitlements, then the shares of the forfeits',
  access: ['owner', 'class_head', 'instructor', 'committee', 'learner'],
  params: checkinHttp.CohortParams,
  answers: {
    202: checkinHttp.SettlementStarted,
    404: refusals('not_found'),
    409: refusals('too_early', 'cohort_cancelled', 'appeals_open', 'homework_awaited'),
  },
  async handle({ params: { cohortId } }, { startSettlement }) {
    const settlement = await startSettlement(cohortId);
    return isRefused(settlement) ? settlement : { cohortId, status: settlement.status };
  },
});

/** What is known once the cohort is settled. */
const unknownYet = {
  poolMinor: null,
  bonusMinor: null,
  organiserMinor: null,
  charityMinor: null,
  members: null,
  sharers: null,
} as const;

export const showSettlementRoute = route<Pick<Ports, 'cohorts'> & { readinessOf: ReadinessOf }>()({
  method: 'get',
  path: '/cohorts/:cohortId/settlement',
  summary: 'How far the settlement is, and where the forfeits went',
  access: ['owner', 'class_head', 'instructor', 'committee', 'learner'],
  params: checkinHttp.CohortParams,
  answers: { 200: checkinHttp.SettlementView, 404: refusals('not_found') },
  async handle({ params: { cohortId } }, { cohorts, readinessOf }) {
    const cohort = await cohorts.load(cohortId);
    if (cohort === null) return refuse('not_found', 'There is no such cohort.');
    const { settlement } = cohort;
    const dueMs = settlesAtMs(cohort);
    const known = { cohortId, status: settlement.status, settlesAt: dueMs === null ? null : iso(dueMs) };
    if (settlement.status !== 'settled') {
      const { openAppeals, openLeave, heldUntilMs, awaitedHomework } = await readinessOf(cohort);
      const heldUntil = heldUntilMs === null ? null : iso(heldUntilMs);
      return { ...known, openAppeals, openLeave, heldUntil, awaitedHomework, ...unknownYet };
    }
    const { poolMinor, bonusMinor, organiserMinor, charityMinor, members, sharers } = settlement;
    const shares = { poolMinor, bonusMinor, organiserMinor, charityMinor, members, sharers };
    return { ...known, openAppeals: 0, openLeave: 0, heldUntil: null, awaitedHomework: 0, ...shares };
  },
});
