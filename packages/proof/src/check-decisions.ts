import { decisionHash, EMPTY_DECISIONS, whoHashOf } from './decisions.ts';
import type { DayRecord } from './documents/day-record.ts';
import type { DecisionEntry, Decisions } from './documents/decisions.ts';
import type { Fault } from './fault.ts';
import { fault } from './check-receipt.ts';

/**
 * Checks the decision logs in these documents, the pages of one cohort together, and against every day that names one of them.
 * The first entry that is wrong is named; what follows from it is not.
 */
export function checkDecisions(pages: readonly Decisions[], days: readonly DayRecord[]): Fault[] {
  const cohorts = [...new Set(pages.map(({ cohortId }) => cohortId))];
  return cohorts.flatMap((cohortId) => {
    const own = pages.filter((page) => page.cohortId === cohortId);
    const entries = own.flatMap(({ items }) => items).sort((left, right) => left.seq - right.seq);
    const wrong = checkEntries(cohortId, entries);
    return wrong === null ? checkHeads(own, entries, days) : [wrong];
  });
}

/** Gapless from the first, each the hash of what it says and of the one before. */
function checkEntries(cohortId: string, entries: readonly DecisionEntry[]): Fault | null {
  let { length, head }: { length: number; head: string } = EMPTY_DECISIONS;
  for (const entry of entries) {
    const named = `entry ${entry.seq} of cohort ${cohortId} (${entry.kind}, ${entry.at})`;
    // A page may be given twice.
    if (entry.seq === length && entry.hash === head) continue;
    if (entry.seq > length + 1)
      return fault('missing_decisions', `entries ${length + 1} to ${entry.seq - 1} of cohort ${cohortId} are missing`);
    if (entry.seq !== length + 1 || entry.previousHash !== head)
      return fault('changed_decision', `${named} does not follow the entry before it: one was changed or moved`);
    if (decisionHash({ cohortId, ...entry }) !== entry.hash)
      return fault('changed_decision', `${named} is not what its hash was made of`);
    if (entry.who !== undefined && whoHashOf(entry.who) !== entry.whoHash)
      return fault('changed_decision', `${named} names other accounts than its hash was made of`);
    length = entry.seq;
    head = entry.hash;
  }
  return null;
}

/** What a day proved of the log must still be in it. */
function checkHeads(pages: readonly Decisions[], entries: readonly DecisionEntry[], days: readonly DayRecord[]) {
  const [page] = pages;
  const last = entries.at(-1)?.seq ?? 0;
  // Further pages were not given: what is not there may be on them.
  const isWhole = pages.some(({ nextCursor }) => nextCursor === undefined);
  return days.flatMap(({ day, organisationId, decisions }): Fault[] =>
    (decisions ?? []).flatMap(({ cohortId, length, head }): Fault[] => {
      if (cohortId !== page?.cohortId) return [];
      const proven = `the proof of ${day} has ${length} entries of cohort ${cohortId}`;
      if (organisationId !== page.organisationId)
        return [fault('changed_decision', `${proven} as organisation ${organisationId}'s`)];
      if (length > last) return isWhole ? [fault('missing_decisions', `${proven}, the log only ${last}`)] : [];
      return entries.some(({ seq, hash }) => seq === length && hash === head)
        ? []
        : [fault('changed_decision', `${proven}, and entry ${length} had another hash: the log was rewritten`)];
    }),
  );
}
