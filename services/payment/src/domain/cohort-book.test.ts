import { ids } from '../testing/book';
import { scenario } from '@daka/service-kit/testing';
import { type CohortBook, type CohortBookEvent, cohortPostingsOf, evolveCohortBook, sharePool } from './cohort-book';

const { given } = scenario<CohortBook, CohortBookEvent>(evolveCohortBook);

const settled = (more: object = {}) => ({
  cohortId: ids.cohortId,
  currency: 'CNY',
  poolMinor: 1_000,
  bonusMinor: 800,
  organiserMinor: 150,
  charityMinor: 50,
  members: 6,
  ...more,
});

it("takes the organiser's and the charity's share out of the pool", () => {
  const { state } = given()
    .when((book) => sharePool(book, settled(), 5))
    .and();
  expect(state?.balances).toEqual({ forfeit_pool: 200, organiser_earnings: -150, charity_payable: -50 });
});
it('posts nothing where all of the pool went to the finishers', () => {
  const [event] = sharePool(null, settled({ bonusMinor: 1_000, organiserMinor: 0, charityMinor: 0 }), 5);
  expect(event && cohortPostingsOf(event)).toEqual([]);
});
it('happens once', () => {
  const shared = given()
    .when((book) => sharePool(book, settled(), 5))
    .and();
  shared.when((book: CohortBook | null) => sharePool(book, settled(), 6)).then();
});
it('throws when the shares are not the pool', () => {
  expect(() => sharePool(null, settled({ bonusMinor: 799 }), 5)).toThrow(/are not its pool/);
});
