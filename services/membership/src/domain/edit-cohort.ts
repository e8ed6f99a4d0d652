import { iso, refuse, type Refused } from '@daka/contracts';
import { settlementSchedule } from '@daka/rules';
import type {
  Change,
  Cohort,
  CohortContent,
  CohortEvent,
  CompleteContent,
  DraftCohort,
  PublishedCohort,
} from './cohort';
import { type ContentChange, type NotHidden, passphraseProblem } from './draft-cohort';
import { firstDayClosesAtMs } from './plan-dates';

/** Each word that the address ever had stays with the cohort. */
export const MAX_SLUGS = 20;
/** Clocks differ: who closes enrolment now names an instant that has passed when it arrives. */
const JUST_NOW_MS = 600_000;
/** What people decided by when they joined. */
const PROMISED = ['policy', 'rules', 'passphrase', 'groupSize', 'appealDays'] as const;

type Field = { path: string; message: string };
type No = NotHidden | Refused<'not_found' | 'cohort_not_open' | 'already_promised' | 'invalid_change'>;

/**
 * Changes what is named, keeps the rest. All of a draft may change; of a published cohort what changes nothing that was promised:
 * title, texts, a larger capacity and the end of enrolment. What is as it was is no change.
 */
export function editCohort(cohort: Cohort | null, change: ContentChange, nowMs: number): No | CohortEvent[] {
  if (cohort === null) return refuse('not_found');
  if (cohort.status === 'cancelled') return refuse('cohort_not_open', 'this cohort is cancelled');
  if (cohort.settledAtMs !== null) return refuse('cohort_not_open', 'this cohort is settled');
  return cohort.status === 'draft' ? editDraft(cohort, change) : revise(cohort, change, nowMs);
}

/** Policy and rules count a version up where they differ. */
function editDraft(cohort: DraftCohort, change: ContentChange): NotHidden | CohortEvent[] {
  const content = { ...cohort.content, ...change };
  const problem = passphraseProblem(content);
  if (problem) return problem;

  const policyChanged = differs(content.policy, cohort.content.policy);
  const rulesChanged = differs([content.rules, content.passphrase], [cohort.content.rules, cohort.content.passphrase]);
  return [
    {
      type: 'edited',
      content,
      policyVersion: cohort.policyVersion + (policyChanged ? 1 : 0),
      rulesVersion: cohort.rulesVersion + (rulesChanged ? 1 : 0),
    },
  ];
}

function revise(
  cohort: PublishedCohort,
  change: ContentChange,
  nowMs: number,
): Refused<'already_promised' | 'invalid_change'> | CohortEvent[] {
  const promised = promisesBroken(cohort.content, { ...cohort.content, ...change });
  if (promised.length > 0)
    return refuse('already_promised', 'learners may have joined because of it', { fields: promised });
  const content = revisedContent(cohort.content, change);
  if (!differs(content, cohort.content)) return [];
  const impossible = impossibleChanges(cohort, content, nowMs);
  if (impossible.length > 0) return refuse('invalid_change', undefined, { fields: impossible });
  return [{ type: 'revised', content, changes: changesOf(cohort.content, content), atMs: nowMs }];
}

const TOLD = {
  title: ({ title }: CompleteContent) => title,
  slug: ({ slug }: CompleteContent) => slug,
  capacity: ({ capacity }: CompleteContent) => String(capacity),
  enrolUntil: ({ enrolUntilMs }: CompleteContent) => iso(enrolUntilMs),
};
const TEXTS = ['forWhom', 'whatFor', 'exchanged', 'description'] as const;

function changesOf(before: CompleteContent, after: CompleteContent): Change[] {
  const told = (['title', 'slug', 'capacity', 'enrolUntil'] as const)
    .map((field) => ({ field, from: TOLD[field](before), to: TOLD[field](after) }))
    .filter(({ from, to }) => from !== to);
  const texts = TEXTS.filter((field) => differs(before[field], after[field]));
  return [...told, ...texts.map((field) => ({ field, from: null, to: null }))];
}

function revisedContent(content: CompleteContent, change: ContentChange): CompleteContent {
  const { policy, passphrase } = content;
  const capacity = change.capacity ?? content.capacity;
  const asked = change.enrolUntilMs === undefined ? content.enrolUntilMs : change.enrolUntilMs;
  return { ...content, ...change, policy, passphrase, capacity, enrolUntilMs: asked ?? firstDayClosesAtMs(policy) };
}

function promisesBroken(before: CompleteContent, after: CohortContent): Field[] {
  const changed = PROMISED.filter((path) => differs(before[path], after[path]));
  const broken = changed.map((path) => ({ path, message: 'is fixed since the cohort was published' }));
  const isSmaller = (after.capacity ?? 0) < before.capacity;
  return isSmaller ? [...broken, { path: 'capacity', message: `may only grow, from ${before.capacity}` }] : broken;
}

function impossibleChanges(
  { content: before, slugs }: PublishedCohort,
  after: CompleteContent,
  nowMs: number,
): Field[] {
  const isNewSlug = after.slug !== null && !slugs.includes(after.slug);
  const ends = after.enrolUntilMs === before.enrolUntilMs ? [] : endOfEnrolmentProblems(after, nowMs);
  return isNewSlug && slugs.length >= MAX_SLUGS
    ? [...ends, { path: 'slug', message: `had ${MAX_SLUGS} words already, which all stay` }]
    : ends;
}

function endOfEnrolmentProblems({ policy, appealDays, enrolUntilMs }: CompleteContent, nowMs: number): Field[] {
  const { lastCloseMs: lastCloseAtMs } = settlementSchedule(policy, appealDays);
  if (enrolUntilMs < nowMs - JUST_NOW_MS)
    return [{ path: 'enrolUntil', message: `has passed; to close enrolment at once say ${iso(nowMs)}` }];
  if (enrolUntilMs > lastCloseAtMs)
    return [{ path: 'enrolUntil', message: `lies after the last day, which closes at ${iso(lastCloseAtMs)}` }];
  return [];
}

function differs(left: unknown, right: unknown): boolean {
  return JSON.stringify(left) !== JSON.stringify(right);
}
