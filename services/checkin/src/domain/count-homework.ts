import { type WhyNone, unreachable } from '@daka/contracts';
import { type Plan, type PlanDay, type RefusalReason, judgeEntry } from '@daka/rules';
import { unannouncedChanges } from './announce';
import type { HomeworkId, Run, RunEvent } from './calendar';
import { evolveRunAll } from './evolve';

export interface HomeworkForDay extends HomeworkId {
  day: string;
  characters: number;
}

/** Homework as the check-in of a day, as of an instant: it counts, it waits until the day opens, or it counts for none and that is said. */
export function countHomework(run: Run, homework: HomeworkForDay, atMs: number): RunEvent[] {
  const { day, characters, submissionId, version } = homework;
  const verdict = judgeEntry(run.plan, run.entries, { day, characters, acceptedAtMs: atMs });
  if ('refused' in verdict) return [refused(run, homework, verdict.refused)];
  const counted: RunEvent[] = [
    {
      type: 'entry-accepted',
      day,
      kind: verdict.kind,
      via: 'homework',
      characters,
      text: null,
      homework: { submissionId, version },
      acceptedAtMs: atMs,
    },
    { type: 'homework-judged', submissionId, version, verdict: { status: 'counted', day, countsAtMs: atMs } },
  ];
  return [...counted, ...unannouncedChanges(evolveRunAll(run, counted), atMs)];
}

/** That homework counts for no day. */
export function countsForNone({ submissionId, version }: HomeworkId, why: WhyNone): RunEvent {
  return { type: 'homework-judged', submissionId, version, verdict: { status: 'none', why } };
}

function refused(run: Run, { day, characters, submissionId, version }: HomeworkForDay, why: RefusalReason): RunEvent {
  const planDay = dayIn(run.plan, day);
  const countsAtMs = planDay?.acceptsFromMs ?? null;
  if (why === 'day_not_open' && countsAtMs !== null)
    return { type: 'homework-kept', homework: { submissionId, version, day, characters, countsAtMs } };
  return countsForNone({ submissionId, version }, run.withdrawn || run.byHand ? 'not_a_member' : whyNone(why, planDay));
}

function dayIn({ days }: Plan, day: string): PlanDay | undefined {
  return days.find((candidate) => candidate.day === day);
}

function whyNone(why: RefusalReason, planDay: PlanDay | undefined): WhyNone {
  switch (why) {
    case 'day_not_in_plan':
    case 'day_not_open':
      return 'no_day';
    case 'day_not_required':
      return planDay?.kind === 'rest' || planDay?.kind === 'excused' ? planDay.kind : 'before_joining';
    case 'window_closed':
      return 'past';
    case 'already_checked_in':
    case 'too_short':
    case 'no_make_ups_left':
      return why;
    default:
      return unreachable(why, 'reason to refuse');
  }
}
