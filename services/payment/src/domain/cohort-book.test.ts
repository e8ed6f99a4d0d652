import { ids } from '../testing/book';
import { cohortPostingsOf, evolveCohortBook, sharePool } from './cohort-book';

const settled = (more: object = {}) => ({
  cohortId: ids.cohortId,
  currency: 'CNY',
  poolMinor: 1_000,
  bonusMinor: 800,
  organiserMinor: 150,
  charityMinor: 50,
  ...more,
});

it("takes the organiser's and the charity's share out of the pool", () => {
  const [event] = sharePool(null, settled(), 5);
  if (!event) throw new Error('no event');
  expect(evolveCohortBook(null, event).balances).toEqual({
    forfeit_pool: 200,
    organiser_earnings: -150,
    charity_payable: -50,
  });
});
it('posts nothing where all of the pool went to the finishers', () => {
  const [event] = sharePool(null, settled({ bonusMinor: 1_000, organiserMinor: 0, charityMinor: 0 }), 5);
  expect(event && cohortPostingsOf(event)).toEqual([]);
});
it('happens once', () => {
  const [event] = sharePool(null, settled(), 5);
  expect(event && sharePool(evolveCohortBook(null, event), settled(), 6)).toEqual([]);
});
it('throws when the shares are not the pool', () => {
  expect(() => sharePool(null, settled({ bonusMinor: 799 }), 5)).toThrow(/are not its pool/);
});
