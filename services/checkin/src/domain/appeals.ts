import { unreachable } from '@daka/contracts';
import { evaluatePlan } from '@daka/rules';
import type { Appeal, Calendar, Run, RunEvent, StoredEntry } from './calendar';
import { daysOfRemoval } from './days-of-removal';
import { counts, evolveRunAll, isRejection } from './evolve';
import { canBeExcused } from './excuse-days';
import { knownUntilMs } from './announce';
import { evaluateRun } from './worth';

/** Appeals that nobody has answered yet, the oldest first. */
export function openAppeals({ appeals }: Pick<Run, 'appeals'>): Appeal[] {
  return appeals.filter(({ answer }) => answer === null);
}

/** The check-in that an appeal is about, as long as it is rejected; another of the same day may have been rejected too. */
export function appealedEntry(
  { entries }: Pick<Run, 'entries'>,
  { subject, against }: Pick<Appeal, 'subject' | 'against'>,
): StoredEntry | undefined {
  if (subject.kind !== 'rejected_entry') return undefined;
  return entries.find((entry) => isRejection(entry, { day: subject.day, rejectedAtMs: against.decidedAtMs }));
}

/** Whether a file is part of the check-in that an appeal is about, or the earlier picture that one of its files resembles: both are looked at to answer it. */
export function isDecidedWith(calendar: Calendar | null, appealId: string, fileId: string): boolean {
  const run = calendar === null || calendar.status === 'waiting' ? null : calendar.run;
  const appeal = run?.appeals.find((one) => one.appealId === appealId);
  const entry = run && appeal && appealedEntry(run, appeal);
  return entry?.files?.some((file) => file.fileId === fileId || file.resembles?.fileId === fileId) ?? false;
}

/** Whether a dismissal was taken to the platform's arbiter; then nobody else answers. */
export function isEscalated({ escalation }: Pick<Appeal, 'escalation'>): boolean {
  return escalation !== undefined;
}

/** The amount that open appeals put in question: never more than what is neither earned nor sent. */
export function frozenMinor(run: Run, entitledMinor: number): number {
  const askedMinor = openAppeals(run).reduce((sum, appeal) => sum + appeal.frozenMinor, 0);
  return Math.min(askedMinor, unearnedMinor(run, entitledMinor));
}

/** What one more appeal would put in question: what upholding it at once would earn, beyond what the appeals before it already hold. */
export function amountInQuestionMinor(run: Run, appeal: Pick<Appeal, 'subject' | 'against'>, atMs: number): number {
  const before = openAppeals(run).reduce((current, open) => evolveRunAll(current, upholding(current, open, atMs)), run);
  const after = evolveRunAll(before, upholding(before, appeal, atMs));
  const entitledMinor = worthMinor(run, atMs);
  const leftMinor = unearnedMinor(run, entitledMinor) - frozenMinor(run, entitledMinor);
  return Math.max(0, Math.min(leftMinor, worthMinor(after, atMs) - worthMinor(before, atMs)));
}

/**
 * What upholding changes, said in inputs that the rules know: the check-in counts again, or the days of the removal are excused and the removal taken back.
 * Nothing where the learner has done the day or come back in another way meanwhile.
 */
export function upholding(
  run: Run,
  { subject, against: { decidedAtMs } }: Pick<Appeal, 'subject' | 'against'>,
  atMs: number,
): RunEvent[] {
  switch (subject.kind) {
    case 'rejected_entry':
      return restoring(run, { day: subject.day, rejectedAtMs: decidedAtMs }, atMs);
    case 'removal':
      return settingAside(run, atMs);
    default:
      return unreachable(subject, 'subject of an appeal');
  }
}

/** A removal by hand is taken back as if it never was; nothing where the learner has left meanwhile. */
function settingAside(run: Run, atMs: number): RunEvent[] {
  const excuses = daysOfRemoval(run, atMs).map((day) => excused(day, atMs));
  if (run.byHand === undefined) return excuses;
  return run.withdrawn ? [] : [{ type: 'readmitted', readmittedAtMs: atMs }, ...excuses];
}

/**
 * The check-in counts again, also where its day was excused meanwhile: what is done is worth more than its absence. Where it would take the place of
 * another that was accepted since (the last make-up, say), its day is excused instead.
 */
function restoring(run: Run, rejection: { day: string; rejectedAtMs: number }, atMs: number): RunEvent[] {
  const { day } = rejection;
  const isFree =
    !run.entries.some((entry) => counts(entry, day)) && run.entries.some((entry) => isRejection(entry, rejection));
  if (!isFree) return [];
  const restored: RunEvent = { type: 'entry-restored', ...rejection, restoredAtMs: atMs };
  if (refusedEntries(evolveRunAll(run, [restored])) <= refusedEntries(run)) return [restored];
  return canBeExcused(run, day) ? [excused(day, atMs)] : [];
}

function excused(day: string, atMs: number): RunEvent {
  return { type: 'day-excused', day, reason: 'appeal', excusedAtMs: atMs };
}

function refusedEntries({ plan, entries }: Run): number {
  return evaluatePlan(plan, entries, Infinity).refused.length;
}

function worthMinor(run: Run, atMs: number): number {
  return evaluateRun(run, Math.max(atMs, knownUntilMs(run))).entitledMinor;
}

function unearnedMinor({ plan: { depositMinor }, releasedMinor }: Run, entitledMinor: number): number {
  return depositMinor - Math.max(entitledMinor, releasedMinor);
}
