import { checkinHttp, isRefused } from '@daka/contracts';
import { refusals, refuse, route } from '@daka/service-kit';
import { startSettlement } from '../../domain/settle-cohort';
import type { Ports } from '../ports';
import { readinessOf } from './readiness-of';

export const startSettlementRoute = route<Ports>()({
  method: 'post',
  path: '/cohorts/:cohortId/settlement',
  summary: 'Settle a cohort: final entitlements, then the shares of the forfeits',
  access: ['owner'],
  params: checkinHttp.CohortParams,
  answers: {
    202: checkinHttp.SettlementStarted,
    404: refusals('not_found'),
    409: refusals('too_early', 'cohort_cancelled', 'appeals_open'),
  },
  async handle({ params: { cohortId } }, ports) {
    const known = await ports.cohorts.load(cohortId);
    if (known === null) return refuse('not_found', 'There is no such cohort.');
    const readiness = await readinessOf(known, ports);
    const outcome = await ports.cohorts.change(cohortId, (cohort) => startSettlement(cohort, readiness, ports.clock.nowMs()));
    return isRefused(outcome) ? outcome : { cohortId, status: outcome.state.settlement.status };
  },
});

export const showSettlementRoute = route<Ports>()({
  method: 'get',
  path: '/cohorts/:cohortId/settlement',
  summary: 'How far the settlement is, and where the forfeits went',
  access: ['owner', 'class_head', 'instructor', 'committee', 'learner'],
  params: checkinHttp.CohortParams,
  answers: { 200: checkinHttp.SettlementView, 404: refusals('not_found') },
  async handle({ params: { cohortId } }, { cohorts, calendars }) {
    const settlement = (await cohorts.load(cohortId))?.settlement;
    if (settlement === undefined) return refuse('not_found', 'There is no such cohort.');
    if (settlement.status !== 'settled') {
      const openAppeals = await calendars.countOpenAppeals(cohortId);
      return { cohortId, openAppeals, status: settlement.status, poolMinor: null, bonusMinor: null, organiserMinor: null, charityMinor: null, members: null, sharers: null };
    }
    const { status, poolMinor, bonusMinor, organiserMinor, charityMinor, members, sharers } = settlement;
    return { cohortId, openAppeals: 0, status, poolMinor, bonusMinor, organiserMinor, charityMinor, members, sharers };
  },
});
