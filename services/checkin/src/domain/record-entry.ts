import { type Refused, refuse, unreachable } from '@daka/contracts';
import { type RefusalReason, MOST_CHARACTERS, holdsAtMost, judgeEntry } from '@daka/rules';
import type { Calendar, EntryFile, EntryText, HomeworkId, Run, RunEvent } from './calendar';
import { closeDays } from './close-days';
import { countHomework, countsForNone } from './count-homework';
import { countedFiles, type FileRefusal, filesSuffice, refuseFiles } from './entry-files';
import { evolveRun, evolveRunAll } from './evolve';
import { unannouncedChanges } from './announce';

export interface OfferedEntry {
  day: string;
  via: 'entry' | 'homework';
  characters: number;
  /** Null where the text is kept by another service. */
  text: EntryText | null;
  files?: readonly EntryFile[];
  acceptedAtMs: number;
  /** Whoever wrote it for the day that ran has not agreed to use a make-up. */
  onTimeOnly?: boolean | undefined;
}

/** Homework as it is heard of. */
export interface HandedIn extends HomeworkId {
  /** Null: the day that ran when it was handed in. */
  day: string | null;
  characters: number;
  submittedAtMs: number;
}

export type EntryRefusal =
  | RefusalReason
  | FileRefusal
  | 'too_long'
  | 'day_over'
  | 'not_admitted'
  | 'enrolment_closed'
  | 'entries_not_accepted'
  | 'cohort_settled';

/** A check-in: the rules' reasons in their order, then whether the cohort is settled; what counts moves the total at once. */
export function recordEntry(calendar: Calendar | null, offered: OfferedEntry): Refused<EntryRefusal> | RunEvent[] {
  if (calendar === null || calendar.status === 'waiting')
    return refuse('not_admitted', 'The enrolment is not admitted yet.');
  if (calendar.status === 'cancelled') return refuse('enrolment_closed', 'The enrolment is cancelled.');
  const { run } = calendar;
  const { files = [] } = offered;
  const badFiles = refuseFiles(run, files);
  if (badFiles) return badFiles;
  if (!run.terms.accepts.includes(offered.via)) {
    if (files.length === 0) return refuse('entries_not_accepted', `This cohort takes no check-in by ${offered.via}.`);
    if (!filesSuffice(run, files)) return refusedByRule('too_short', run, offered);
  }

  // Homework that waited for its day may have come before.
  const closed = calendar.status === 'open' ? closeDays(run, offered.acceptedAtMs) : [];
  const now = evolveRunAll(run, closed);
  const verdict = judgeEntry(now.plan, now.entries, { ...offered, ...countedFiles(files) });
  if ('refused' in verdict) return refusedByRule(verdict.refused, run, offered);
  if (calendar.status === 'settled') return refuse('cohort_settled', 'The cohort is settled.');

  const { day, via, characters, text, acceptedAtMs } = offered;
  if (verdict.kind === 'made_up' && offered.onTimeOnly === true)
    return refuse('day_over', `${day} is over; it can still be made up.`);
  const accepted: RunEvent = {
    type: 'entry-accepted',
    day,
    kind: verdict.kind,
    via,
    characters,
    text,
    ...(files.length > 0 && { files }),
    acceptedAtMs,
  };
  return [...closed, accepted, ...unannouncedChanges(evolveRun(now, accepted), acceptedAtMs)];
}

/** A text that an entry cannot hold, whatever its day; null: it can. */
export function refuseTooLong(text: string): Refused<'too_long'> | null {
  if (holdsAtMost(text, MOST_CHARACTERS)) return null;
  const message = `at most ${MOST_CHARACTERS} characters that are not spaces`;
  return refuse('too_long', `An entry holds ${message}.`, {
    fields: [{ path: 'text', message }],
    extra: { maxCharacters: MOST_CHARACTERS },
  });
}

/** Homework that was handed in, for the day that it names or the one that ran then; what it comes to is always said. */
export function recordHomework(
  calendar: Calendar | null,
  { day, characters, submittedAtMs, ...id }: HandedIn,
): RunEvent[] {
  if (calendar === null || calendar.status === 'waiting') return [];
  if (calendar.status === 'cancelled') return [countsForNone(id, 'not_a_member')];
  const { run } = calendar;
  if (!run.terms.accepts.includes('homework')) return [countsForNone(id, 'cohort_takes_none')];
  if (calendar.status === 'settled') return [countsForNone(id, 'settled')];
  // An earlier version waits for its day; that one will count.
  if (run.waitingHomework.some(({ submissionId }) => submissionId === id.submissionId)) return [];
  // It stands for one day, however many versions follow: with a day of its own for that, without one for the first.
  if (counts(run, id.submissionId)) return [countsForNone(id, 'already_checked_in')];

  const namedDay = day ?? runningDay(run, submittedAtMs);
  if (namedDay === null) return [countsForNone(id, 'no_day')];
  const closed = closeDays(run, submittedAtMs);
  const now = evolveRunAll(run, closed);
  return [...closed, ...countHomework(now, { ...id, day: namedDay, characters }, submittedAtMs)];
}

/** Whether a version of a piece of homework is a check-in; a rejected one is none. */
function counts({ entries }: Run, submissionId: string): boolean {
  return entries.some((entry) => entry.homework?.submissionId === submissionId && entry.rejection === undefined);
}

/** The day that a homework without a day of its own stands for: the one that runs at that instant. */
export function runningDay({ plan }: Run, atMs: number): string | null {
  return plan.days.find(({ opensAtMs, closesAtMs }) => opensAtMs <= atMs && atMs < closesAtMs)?.day ?? null;
}

function refusedByRule(why: RefusalReason, run: Run, { day, characters }: OfferedEntry): Refused<EntryRefusal> {
  switch (why) {
    case 'day_not_in_plan':
      return refuse(why, `${day} is not a day of this plan.`);
    case 'day_not_required':
      return refuse(why, `No check-in is needed on ${day}.`);
    case 'already_checked_in':
      return refuse(why, `${day} is already done.`);
    case 'too_short': {
      const { minCharacters, besides } = run.plan;
      return refuse(why, `The text has ${characters} characters; at least ${minCharacters} are needed.`, {
        fields: [{ path: 'text', message: `at least ${minCharacters} characters that are not spaces` }],
        extra: { characters, minCharacters, ...besides },
      });
    }
    case 'day_not_open':
      return refuse(why, `${day} is not open yet.`);
    case 'window_closed':
      if (run.withdrawn) return refuse('enrolment_closed', 'The learner has left the cohort.');
      if (run.byHand) return refuse('enrolment_closed', 'The learner was removed from the cohort.');
      return refuse(why, `${day} can no longer be made up.`);
    case 'no_make_ups_left':
      return refuse(why, 'Every make-up is used.');
    default:
      return unreachable(why, 'reason to refuse');
  }
}
