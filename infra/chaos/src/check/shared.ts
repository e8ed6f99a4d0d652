import type { expectedSettlement } from './expected';
import { sumOf, violation, type FinalFacts, type Violation } from './facts';

/**
 * In the end: what organiser, charity and finishers have out of the pool is what members forfeited by the rules, and each has their own part of it at most.
 * Of a cohort that was cancelled nobody has anything.
 */
export function undulyShared(
  { policy, isCancelled, books, cohortBook, transfers }: FinalFacts,
  expected: ReturnType<typeof expectedSettlement>,
): Violation[] {
  const broken = (who: string, what: string) => violation('only_the_forfeited_is_shared', who, what);
  const forfeitedMinor = isCancelled
    ? 0
    : sumOf([...expected.members.values()], ({ entitledMinor }) => policy.depositMinor - entitledMinor);
  const sentMinor = sumOf(
    transfers.filter(({ book }) => book === cohortBook?.book),
    ({ amountMinor, reversedMinor }) => amountMinor - reversedMinor,
  );
  const earnedMinor = 0 - (cohortBook?.balances['organiser_earnings'] ?? 0);
  const organiserMinor = Math.max(sentMinor, earnedMinor, cohortBook?.organiserMinor ?? 0);
  const charityMinor = Math.max(0 - (cohortBook?.balances['charity_payable'] ?? 0), cohortBook?.charityMinor ?? 0);
  const finishersMinor = sumOf(books, ({ bonusMinor }) => bonusMinor ?? 0);
  const sharedMinor = organiserMinor + charityMinor + finishersMinor;
  const { organiserBps, ifNoFinishers } = policy.forfeits;
  const mostMinor =
    ifNoFinishers === 'organiser' ? forfeitedMinor : Math.floor((forfeitedMinor * organiserBps) / 10_000);
  return [
    ...(sharedMinor <= forfeitedMinor
      ? []
      : [broken('the cohort', `${sharedMinor} shared, ${forfeitedMinor} forfeited by the rules`)]),
    ...(organiserMinor <= mostMinor
      ? []
      : [broken('the organiser', `${organiserMinor} of ${forfeitedMinor} forfeited by the rules`)]),
    ...books.flatMap(({ enrolmentId, bonusMinor }) => {
      const theirsMinor = isCancelled ? 0 : (expected.members.get(enrolmentId)?.bonusMinor ?? 0);
      return (bonusMinor ?? 0) <= theirsMinor
        ? []
        : [broken(enrolmentId, `a bonus of ${bonusMinor}, the rules give ${theirsMinor}`)];
    }),
  ];
}
