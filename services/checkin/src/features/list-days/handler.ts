import { planDates } from '@daka/rules';
import { memberDays, type MemberDays } from '../../domain/member-days';
import type { Ports } from '../../ports';

export interface DaysQuestion {
  cohortId: string;
  afterNumber: number;
  limit: number;
  /** Only who has been silent for at least so many days; undefined: all. */
  silentDays: number | undefined;
}

export interface FoundDays {
  startsOn: string;
  asOfMs: number;
  rows: MemberDays[];
}

export type ListDays = (question: DaysQuestion) => Promise<FoundDays | null>;

const BATCH = 200;

/**
 * The days of members by member number. Silence follows from the clock and is stored nowhere, so who is looked for by it is found batch by
 * batch, each member's days worked out once, and never more of them held than a batch and a page.
 */
export function createListDays({
  calendars,
  cohorts,
  clock,
}: Pick<Ports, 'calendars' | 'cohorts' | 'clock'>): ListDays {
  return async ({ cohortId, afterNumber, limit, silentDays }) => {
    const cohort = await cohorts.load(cohortId);
    if (cohort === null) return null;
    const asOfMs = clock.nowMs();
    const dates = planDates(cohort.policy);
    const batch = silentDays === undefined ? limit : BATCH;
    const rows: MemberDays[] = [];
    let place = afterNumber;
    for (;;) {
      const found = await calendars.membersOf(cohortId, place, batch);
      rows.push(...found.map((calendar) => memberDays(calendar, dates, asOfMs)).filter(isSilent));
      const last = found.at(-1);
      if (last === undefined || found.length < batch || rows.length >= limit) break;
      place = last.run.memberNumber;
    }
    return { startsOn: cohort.policy.startsOn, asOfMs, rows: rows.slice(0, limit) };

    function isSilent({ silentDays: days }: MemberDays): boolean {
      return silentDays === undefined || (days !== null && days >= silentDays);
    }
  };
}
