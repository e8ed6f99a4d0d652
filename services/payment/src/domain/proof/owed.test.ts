import { LEARNER_ACCOUNTS } from '@daka/proof';
import { BELONGS_TO_LEARNER, owedToLearner } from './owed';

it('counts as owed the same accounts that learners are told', () => {
  expect(
    Object.entries(BELONGS_TO_LEARNER)
      .filter(([, belongs]) => belongs)
      .map(([account]) => account)
      .sort(),
  ).toEqual([...LEARNER_ACCOUNTS].sort());
});

it('adds up what belongs to the learner, wherever it stands, and nothing else', () => {
  const balances = {
    deposits_held: -10,
    deposits_frozen: -20,
    refunds_payable: -30,
    refunds_in_flight: -40,
    bonus_payable: -50,
    learner_credit: -60,
    fees_earned: -1,
    stripe_cash: 211,
  };
  expect(owedToLearner(balances)).toBe(210);
});
