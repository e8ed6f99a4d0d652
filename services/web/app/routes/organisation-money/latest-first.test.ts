import type { CohortInShort } from './read';
import { latestFirst } from './latest-first';

const cohort = (changes: Partial<CohortInShort>): CohortInShort => ({
  cohortId: 'c',
  title: 'Mornings',
  startsOn: '2026-03-02',
  isCancelled: false,
  currency: 'CNY',
  enrolments: 1,
  heldMinor: 100,
  payables: { refunds: 0, amountMinor: 0, dueSince: null, failed: 0, failedMinor: 0 },
  owedMinor: 10,
  inFlightMinor: 1,
  creditMinor: 0,
  poolMinor: 2,
  organiserMinor: 0 - 5,
  organiserPayableMinor: 0,
  openDisputes: 0,
  disputedMinor: 0,
  ledgerBalanced: true,
  differences: null,
  ...changes,
});

it('shows the latest to begin first, and what has no first day last', () => {
  const days = [null, '2026-01-05', '2026-03-02'].map((startsOn) => cohort({ startsOn }));
  expect(latestFirst(days).map(({ startsOn }) => startsOn)).toEqual(['2026-03-02', '2026-01-05', null]);
});
