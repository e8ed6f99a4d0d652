import type { MessageOn } from '@daka/contracts';
import { ids } from '../testing/book';
import { cohortPostingsOf, evolveCohortBook, followCohort } from './cohort-book';

const settled = (more: object = {}): MessageOn<'checkin.cohort'> => ({
  type: 'checkin.cohort-settled.v1',
  data: { cohortId: ids.cohortId, organisationId: ids.organisationId, currency: 'CNY', members: 3, poolMinor: 1_000, bonusMinor: 800, organiserMinor: 150, charityMinor: 50, settledAt: '2026-04-01T00:00:00Z', ...more },
});

it('takes the organiser\'s and the charity\'s share out of the pool', () => {
  const [event] = followCohort(null, settled(), 5);
  if (!event) throw new Error('no event');
  expect(evolveCohortBook(null, event).balances).toEqual({ forfeit_pool: 200, organiser_earnings: -150, charity_payable: -50 });
});
it('posts nothing where all of the pool went to the finishers', () => {
  const [event] = followCohort(null, settled({ bonusMinor: 1_000, organiserMinor: 0, charityMinor: 0 }), 5);
  expect(event && cohortPostingsOf(event)).toEqual([]);
});
it('happens once', () => {
  const [event] = followCohort(null, settled(), 5);
  expect(event && followCohort(evolveCohortBook(null, event), settled(), 6)).toEqual([]);
});
it('throws when the shares are not the pool', () => {
  expect(() => followCohort(null, settled({ bonusMinor: 799 }), 5)).toThrow(/are not its pool/);
});
