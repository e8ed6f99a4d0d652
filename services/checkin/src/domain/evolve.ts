import { excuseDay, finalInstantMs, lastCloseMs, quitPlan } from '@daka/rules';
import type {
  Appeal,
  Calendar,
  CalendarEvent,
  EarningDay,
  Run,
  RunEvent,
  StoredEntry,
  WaitingHomework,
} from './calendar';
import { requireDay } from './plan-day';
import { countedFiles } from './entry-files';
import { removalFinalAtMs } from './removal-final';
import { nextAnswerDueMs } from './waiting-requests';

type EventOf<Type extends CalendarEvent['type']> = Extract<CalendarEvent, { type: Type }>;

/** The only place where a calendar changes. Throws where the history itself is impossible. */
export function evolve(calendar: Calendar | null, event: CalendarEvent): Calendar {
  if (event.type === 'registered') return { status: 'waiting', enrolment: event.enrolment };
  if (calendar === null) throw new Error(`${event.type} before the enrolment is known`);
  switch (event.type) {
    case 'opened':
      return { status: 'open', enrolment: calendar.enrolment, run: begin(event) };
    case 'cancelled':
      return cancelled(calendar, event.cancelledAtMs);
    case 'admission-refused':
      return cancelled(calendar, event.refusedAtMs);
    case 'released':
      return cancelled(calendar, event.releasedAtMs);
    case 'settled':
      return settled(calendar, event);
    case 'learner-erased':
      return erased(calendar);
    case 'homework-judged':
      return calendar.status === 'open' ? { ...calendar, run: evolveRun(calendar.run, event) } : calendar;
    case 'bonus-awarded':
      if (calendar.status !== 'settled') throw new Error('a bonus before the settlement');
      return { ...calendar, bonusMinor: event.bonusMinor };
    default:
      return { status: 'open', enrolment: calendar.enrolment, run: evolveRun(runOf(calendar, event), event) };
  }
}

/** The same for what happens while the days run. */
export function evolveRun(run: Run, event: RunEvent): Run {
  // Found under the event's own type; the compiler does not see that the two go together.
  const after = afterEvent[event.type] as (run: Run, event: RunEvent) => Run;
  return after(run, event);
}

/** Applies events of a run in order. */
export function evolveRunAll(run: Run, events: readonly RunEvent[]): Run {
  return events.reduce(evolveRun, run);
}

/** Whether this is the entry that counts for the day. */
export function counts(entry: StoredEntry, day: string): boolean {
  return entry.day === day && entry.rejected !== true;
}

/** Whether this is the check-in of the day that was rejected then. */
export function isRejection(entry: StoredEntry, { day, rejectedAtMs }: { day: string; rejectedAtMs: number }): boolean {
  return entry.day === day && entry.rejected === true && entry.rejection?.rejectedAtMs === rejectedAtMs;
}

/** What a run is after an event, by its type. */
const afterEvent: { readonly [Type in RunEvent['type']]: (run: Run, event: EventOf<Type>) => Run } = {
  'entry-accepted': (run, event) => awake({ ...run, entries: [...run.entries, storedEntry(event)] }),
  'entry-rejected': (run, event) =>
    withEntries(run, (entry) => (counts(entry, event.day) ? rejectedEntry(entry, event) : entry)),
  'entry-restored': (run, event) => restored({ ...run, plan: requireDay(run.plan, event.day) }, event),
  'appeal-opened': (run, { type: _, ...appeal }) =>
    awake({ ...run, appeals: [...run.appeals, { ...appeal, answer: null }] }),
  'appeal-answered': (run, event) => {
    const { type: _, appealId, subject: _subject, frozenMinor: _minor, excusedDays: _days, ...answer } = event;
    return dayDecided(
      withAppeal(run, appealId, (appeal) => ({ ...appeal, answer })),
      event,
    );
  },
  'appeal-escalated': (run, { appealId, reason, frozenMinor, escalatedAtMs }) =>
    withAppeal(run, appealId, (appeal) => {
      if (appeal.answer === null) throw new Error('an appeal was taken to the arbiter before its answer');
      return { ...appeal, frozenMinor, answer: null, escalation: { reason, escalatedAtMs, dismissal: appeal.answer } };
    }),
  'homework-kept': (run, { homework }) =>
    awake({ ...run, waitingHomework: [...run.waitingHomework, homework].sort(byOpening) }),
  'homework-judged': (run, { submissionId }) =>
    awake({ ...run, waitingHomework: run.waitingHomework.filter((waiting) => waiting.submissionId !== submissionId) }),
  'homework-told': (run, { upToMs }) => ({ ...run, watermarkMs: Math.max(run.watermarkMs ?? upToMs, upToMs) }),
  'leave-requested': (run, { type: _, ...request }) =>
    awake({ ...run, leave: [...run.leave, { ...request, decision: null }] }),
  'leave-decided': (run, { type: _, leaveId, ...decision }) =>
    awake({
      ...run,
      leave: run.leave.map((request) => (request.leaveId === leaveId ? { ...request, decision } : request)),
    }),
  'day-excused': (run, { day }) => awake({ ...run, plan: excuseDay(run.plan, day) }),
  withdrawn: (run, { quitOn, quitAtMs }) =>
    awake({ ...run, plan: quitPlan(run.plan, quitOn, quitAtMs), withdrawn: true }),
  'removed-by-hand': (run, { type: _, ...byHand }) =>
    awake({ ...run, plan: quitPlan(run.plan, byHand.removedOn, byHand.removedAtMs), byHand }),
  readmitted,
  removed: (run, { removedOn, removedAtMs }) => ({ ...run, announced: { ...run.announced, removedOn }, removedAtMs }),
  reinstated: (run) => ({ ...run, announced: { ...run.announced, removedOn: null }, removedAtMs: null }),
  'entitlement-changed': (run, { revision, entitledMinor }) => ({
    ...run,
    revision,
    announced: { ...run.announced, entitledMinor },
  }),
  'payout-due': (run, { revision, dueMinor, days }) => ({
    ...run,
    revision,
    releasedMinor: dueMinor,
    entries: withPaidWeights(run.entries, days),
  }),
  'days-closed': (run, { closedDays, nextCloseAtMs }) => ({ ...run, closedDays, nextCloseAtMs }),
};

/** An appeal that is upheld decides its day: what took the place of the check-in meanwhile is as safe as that would be. */
function dayDecided(run: Run, { decision, subject, answeredAtMs }: EventOf<'appeal-answered'>): Run {
  if (decision !== 'upheld' || subject.kind !== 'rejected_entry') return run;
  return withEntries(run, (entry) => (counts(entry, subject.day) ? restoredEntry(entry, answeredAtMs) : entry));
}

function restored(run: Run, event: EventOf<'entry-restored'>): Run {
  return withEntries(run, (entry) => (isRejection(entry, event) ? restoredEntry(entry, event.restoredAtMs) : entry));
}

function readmitted({ byHand: _, ...run }: Run): Run {
  const { quitAtMs: _quitAtMs, ...plan } = run.plan;
  return awake({ ...run, plan: { ...plan, quitOn: null } });
}

function begin({ memberNumber, paidAtMs, joinedAtMs, terms, plan }: EventOf<'opened'>): Run {
  return awake({
    memberNumber,
    paidAtMs,
    ...(joinedAtMs === undefined ? {} : { joinedAtMs }),
    terms,
    plan,
    finalAtMs: finalInstantMs(plan),
    lastCloseAtMs: lastCloseMs(plan),
    entries: [],
    waitingHomework: [],
    leave: [],
    appeals: [],
    announced: { entitledMinor: 0, removedOn: null },
    removedAtMs: null,
    revision: 0,
    releasedMinor: 0,
    closedDays: 0,
    nextCloseAtMs: null,
    withdrawn: false,
  });
}

function cancelled(calendar: Calendar, cancelledAtMs: number): Calendar {
  const run = calendar.status === 'waiting' || calendar.run === null ? null : asleep(calendar.run);
  return { status: 'cancelled', enrolment: calendar.enrolment, run, cancelledAtMs };
}

function settled(calendar: Calendar, event: EventOf<'settled'>): Calendar {
  const { type: _, revision, days, ...outcome } = event;
  const before = runOf(calendar, event);
  const run = { ...asleep(before), revision, entries: withPaidWeights(before.entries, days) };
  return { status: 'settled', enrolment: calendar.enrolment, run, outcome, bonusMinor: null };
}

/** After an act every close may matter again, so the next one is looked at. */
function awake(run: Run): Run {
  return { ...run, nextCloseAtMs: orEarlier(run, run.plan.days[run.closedDays]?.closesAtMs ?? null) };
}

/** A close, or what comes earlier: the opening of a day that homework waits for, the end of the time to answer, or a removal that becomes final. */
export function orEarlier(run: Run, closeAtMs: number | null): number | null {
  const [homework] = run.waitingHomework;
  const earliestMs = Math.min(
    homework?.countsAtMs ?? Infinity,
    nextAnswerDueMs(run) ?? Infinity,
    removalFinalAtMs(run) ?? Infinity,
    closeAtMs ?? Infinity,
  );
  return earliestMs === Infinity ? null : earliestMs;
}

function byOpening(one: WaitingHomework, other: WaitingHomework): number {
  return one.countsAtMs - other.countsAtMs;
}

function asleep(run: Run): Run {
  return { ...run, nextCloseAtMs: null };
}

function withEntries(run: Run, change: (entry: StoredEntry) => StoredEntry): Run {
  return awake({ ...run, entries: run.entries.map(change) });
}

function withAppeal(run: Run, appealId: string, change: (appeal: Appeal) => Appeal): Run {
  const appeals = run.appeals.map((appeal) => (appeal.appealId === appealId ? change(appeal) : appeal));
  return awake({ ...run, appeals });
}

function runOf(calendar: Calendar, event: CalendarEvent): Run {
  if (calendar.status !== 'open') throw new Error(`${event.type} on a calendar that is ${calendar.status}`);
  return calendar.run;
}

function storedEntry(event: EventOf<'entry-accepted'>): StoredEntry {
  const { day, acceptedAtMs, characters, kind, via, text, homework, files } = event;
  // Field by field: an object that is spread and gets one more field has a hidden class of its own in V8, as large as the entry itself.
  if (homework !== undefined) return { day, acceptedAtMs, characters, kind, via, textId: null, homework };
  const stored: StoredEntry = { day, acceptedAtMs, characters, kind, via, textId: text?.textId ?? null };
  return files === undefined ? stored : Object.assign({}, stored, countedFiles(files), { files });
}

function rejectedEntry(
  entry: StoredEntry,
  { reason, rejectedBy, rejectedAtMs }: EventOf<'entry-rejected'>,
): StoredEntry {
  const { paidWeight: _, ...rest } = entry;
  return { ...rest, rejected: true, rejection: { reason, rejectedBy, rejectedAtMs } };
}

function restoredEntry({ rejected: _, rejection: _why, ...entry }: StoredEntry, restoredAtMs: number): StoredEntry {
  return { ...entry, restoredAtMs };
}

function withPaidWeights(entries: readonly StoredEntry[], days: readonly EarningDay[]): readonly StoredEntry[] {
  if (days.length === 0) return entries;
  const weights = new Map(days.map(({ day, weight }) => [day, weight]));
  return entries.map((entry) => {
    const paidWeight = entry.rejected === true ? undefined : weights.get(entry.day);
    return paidWeight === undefined ? entry : Object.assign({}, entry, { paidWeight }); // not a spread: see storedEntry
  });
}

function erased(calendar: Calendar): Calendar {
  if (calendar.status === 'waiting' || calendar.run === null) return calendar;
  const { run } = calendar;
  const entries = run.entries.map(({ text: _text, files: _files, ...entry }) => ({ ...entry, textId: null }));
  const leave = run.leave.map((request) => ({ ...request, reason: '' }));
  return { ...calendar, run: { ...run, entries, leave } };
}
