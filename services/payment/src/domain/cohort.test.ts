import type { MessageOn } from '@daka/contracts';
import { coolingOffEndsMs } from '@daka/rules';
import { COOLING_OFF } from '../testing/book';
import { coolingOffOf, evolveCohort } from './cohort';

const staff = [{ accountId: '00000000-0000-4000-8000-000000000009', role: 'owner' as const }];
const published: MessageOn<'membership.cohort'> = {
  type: 'membership.cohort-published.v1',
  data: {
    cohortId: '00000000-0000-4000-8000-000000000002',
    organisationId: 'org',
    title: 'Spring',
    policyVersion: 1,
    rulesVersion: 1,
    capacity: 3,
    appealDays: 3,
    staff,
    policy: {
      ...COOLING_OFF,
      currency: 'CNY',
      entryFeeMinor: 2_000,
      depositMinor: 10_000,
      restDays: { weekdays: [], dates: [] },
      checkIn: { minCharacters: 0, accepts: ['entry'], review: 'auto', aheadDays: null },
      makeUp: { windowDays: 2, quota: 3 },
      grace: { days: 0 },
      removal: { per: 'never' },
      refund: { curve: 'flat', cadence: 'daily' },
      forfeits: {
        finishersBps: 10_000,
        organiserBps: 0,
        charityBps: 0,
        sharedBy: 'completed',
        ifNoFinishers: 'charity',
      },
    },
  },
};

it('keeps of a policy its currency, its beginning and what says when the cooling-off ends, and nothing else', () => {
  const cohort = evolveCohort(null, published);
  expect(cohort).toEqual({
    organisationId: 'org',
    currency: 'CNY',
    title: 'Spring',
    startsOn: '2026-03-02',
    staff,
    coolingOff: COOLING_OFF,
  });
  expect(cohort && coolingOffOf(cohort)).toEqual(COOLING_OFF);
});

it('leaves the days open where the policy does', () => {
  const { coolingOffDays: _, ...policy } = published.data.policy;
  const cohort = evolveCohort(null, { ...published, data: { ...published.data, policy } });
  expect(cohort?.coolingOff).not.toHaveProperty('coolingOffDays');
});

it('reads a copy from before as it was meant: midnight in UTC, or days after paying, without an end', () => {
  const older = { organisationId: 'org', staff, coolingOffDays: 7, startsAtMs: Date.parse('2026-03-02') };
  const endsAt = (paidAt: string) =>
    new Date(
      coolingOffEndsMs(coolingOffOf(older), { timeZone: 'Asia/Shanghai', paidAtMs: Date.parse(paidAt) }),
    ).toISOString();
  expect(endsAt('2026-01-01T00:00:00Z')).toBe('2026-03-02T00:00:00.000Z');
  expect(endsAt('2027-03-02T10:00:00Z')).toBe('2027-03-09T10:00:00.000Z');
});
