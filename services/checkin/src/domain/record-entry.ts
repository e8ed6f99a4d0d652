import { type Refused, refuse } from '@daka/contracts';
import { type RefusalReason, judgeEntry } from '@daka/rules';
import type { Calendar, Run, RunEvent } from './calendar';
import { closeDays } from './close-days';
import { evolveRunAll } from './evolve';
import { standingChanges } from './standing';

export interface OfferedEntry {
  day: string;
  via: 'entry' | 'homework';
  characters: number;
  /** Null where the text is kept by another service. */
  text: string | null;
  acceptedAtMs: number;
}

export type EntryRefusal = RefusalReason | 'not_admitted' | 'enrolment_closed' | 'entries_not_accepted' | 'cohort_settled';

/** A check-in: the rules' reasons in their order, then whether the cohort is settled; what counts moves the total at once. */
export function recordEntry(calendar: Calendar | null, offered: OfferedEntry): Refused<EntryRefusal> | RunEvent[] {
  if (calendar === null || calendar.status === 'waiting') return refuse('not_admitted', 'The enrolment is not admitted yet.');
  if (calendar.status === 'cancelled') return refuse('enrolment_closed', 'The enrolment is cancelled.');
  const { run } = calendar;
  if (!run.terms.accepts.includes(offered.via)) return refuse('entries_not_accepted', `This cohort takes no check-in by ${offered.via}.`);

  const verdict = judgeEntry(run.plan, run.entries, offered);
  if ('refused' in verdict) return refusedByRule(verdict.refused, run, offered);
  if (calendar.status === 'settled') return refuse('cohort_settled', 'The cohort is settled.');

  const { day, via, characters, text, acceptedAtMs } = offered;
  const closed = closeDays(run, acceptedAtMs);
  const accepted: RunEvent = { type: 'entry-accepted', day, kind: verdict.kind, via, characters, text, acceptedAtMs };
  return [...closed, accepted, ...standingChanges(evolveRunAll(run, [...closed, accepted]), acceptedAtMs)];
}

/** The day that a homework without a day of its own stands for: the one that runs at that instant. */
export function runningDay({ plan }: Run, atMs: number): string | null {
  return plan.days.find(({ opensAtMs, closesAtMs }) => opensAtMs <= atMs && atMs < closesAtMs)?.day ?? null;
}

function refusedByRule(why: RefusalReason, run: Run, { day, characters }: OfferedEntry): Refused<EntryRefusal> {
  switch (why) {
    case 'day_not_in_plan': return refuse(why, `${day} is not a day of this plan.`);
    case 'day_not_required': return refuse(why, `No check-in is needed on ${day}.`);
    case 'already_checked_in': return refuse(why, `${day} is already done.`);
    case 'too_short': {
      const { minCharacters } = run.plan;
      return refuse(why, `The text has ${characters} characters; at least ${minCharacters} are needed.`, {
        fields: [{ path: 'text', message: `at least ${minCharacters} characters that are not spaces` }],
        extra: { characters, minCharacters },
      });
    }
    case 'day_not_open': return refuse(why, `${day} is not open yet.`);
    case 'window_closed': return run.withdrawn
      ? refuse('enrolment_closed', 'The learner has left the cohort.')
      : refuse(why, `${day} can no longer be made up.`);
    case 'no_make_ups_left': return refuse(why, 'Every make-up is used.');
    default: return unknownReason(why);
  }
}

function unknownReason(why: never): never {
  throw new Error(`unknown reason ${String(why)}`);
}
