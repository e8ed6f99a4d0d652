import { excuseDay, finalInstantMs, lastCloseMs, quitPlan } from '@daka/rules';
import type { Calendar, CalendarEvent, EarningDay, Run, RunEvent, StoredEntry } from './calendar';

/** Texts longer than this are kept in a document of their own, so that a calendar stays small to write. */
export const INLINE_TEXT_LENGTH = 500;

/** The only place where a calendar changes. Throws where the history itself is impossible. */
export function evolve(calendar: Calendar | null, event: CalendarEvent): Calendar {
  if (event.type === 'registered') return { status: 'waiting', enrolment: event.enrolment };
  if (calendar === null) throw new Error(`${event.type} before the enrolment is known`);
  const { enrolment } = calendar;
  switch (event.type) {
    case 'opened': return { status: 'open', enrolment, run: begin(event) };
    case 'cancelled':
    case 'admission-refused':
    case 'released':
      return { status: 'cancelled', enrolment, run: calendar.status === 'waiting' || calendar.run === null ? null : asleep(calendar.run) };
    case 'settled': {
      const { type: _, revision, days, ...outcome } = event;
      const run = { ...asleep(runOf(calendar, event)), revision, entries: withPaidWeights(runOf(calendar, event).entries, days) };
      return { status: 'settled', enrolment, run, outcome, bonusMinor: null };
    }
    case 'bonus-awarded': {
      if (calendar.status !== 'settled') throw new Error('a bonus before the settlement');
      return { ...calendar, bonusMinor: event.bonusMinor };
    }
    default: return { status: 'open', enrolment, run: evolveRun(runOf(calendar, event), event) };
  }
}

/** The same for what happens while the days run. */
export function evolveRun(run: Run, event: RunEvent): Run {
  switch (event.type) {
    case 'entry-accepted': return awake({ ...run, entries: [...run.entries, storedEntry(event, run.entries.length)] });
    case 'entry-rejected': return awake({ ...run, entries: run.entries.map((entry) => (counts(entry, event.day) ? rejected(entry, event) : entry)) });
    case 'entry-restored': return awake({ ...run, entries: run.entries.map((entry) => (isRejection(entry, event) ? restored(entry) : entry)) });
    case 'appeal-opened': {
      const { type: _, ...appeal } = event;
      return { ...run, appeals: [...(run.appeals ?? []), { ...appeal, answer: null }] };
    }
    case 'appeal-answered': {
      const { decision, reason, answeredBy, answeredAtMs } = event;
      const answer = { decision, reason, answeredBy, answeredAtMs };
      return { ...run, appeals: (run.appeals ?? []).map((appeal) => (appeal.appealId === event.appealId ? { ...appeal, answer } : appeal)) };
    }
    case 'leave-requested': {
      const { type: _, ...request } = event;
      return { ...run, leave: [...run.leave, { ...request, decision: null }] };
    }
    case 'leave-decided': {
      const { type: _, leaveId, ...decision } = event;
      return { ...run, leave: run.leave.map((request) => (request.leaveId === leaveId ? { ...request, decision } : request)) };
    }
    case 'day-excused': return awake({ ...run, plan: excuseDay(run.plan, event.day) });
    case 'withdrawn': return awake({ ...run, plan: quitPlan(run.plan, event.quitOn), withdrawn: true });
    case 'removed': return { ...run, standing: { ...run.standing, removedOn: event.removedOn }, removedAtMs: event.removedAtMs };
    case 'reinstated': return { ...run, standing: { ...run.standing, removedOn: null }, removedAtMs: null };
    case 'entitlement-changed': return { ...run, revision: event.revision, standing: { ...run.standing, entitledMinor: event.entitledMinor } };
    case 'payout-due':
      return { ...run, revision: event.revision, releasedMinor: event.dueMinor, entries: withPaidWeights(run.entries, event.days) };
    case 'days-closed': return { ...run, closedDays: event.closedDays, nextCloseAtMs: event.nextCloseAtMs };
    default: return unknownEvent(event);
  }
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

function begin({ memberNumber, terms, plan }: Extract<CalendarEvent, { type: 'opened' }>): Run {
  return awake({
    memberNumber, terms, plan,
    finalAtMs: finalInstantMs(plan), lastCloseAtMs: lastCloseMs(plan),
    entries: [], leave: [],
    standing: { entitledMinor: 0, removedOn: null },
    revision: 0, releasedMinor: 0, closedDays: 0, nextCloseAtMs: null, withdrawn: false,
  });
}

/** After an act every close may matter again, so the next one is looked at. */
function awake(run: Run): Run {
  return { ...run, nextCloseAtMs: run.plan.days[run.closedDays]?.closesAtMs ?? null };
}

function asleep(run: Run): Run {
  return { ...run, nextCloseAtMs: null };
}

function runOf(calendar: Calendar, event: CalendarEvent): Run {
  if (calendar.status !== 'open') throw new Error(`${event.type} on a calendar that is ${calendar.status}`);
  return calendar.run;
}

function storedEntry(event: Extract<RunEvent, { type: 'entry-accepted' }>, index: number): StoredEntry {
  const { day, acceptedAtMs, characters, kind, via, text } = event;
  // Field by field: an object that is spread and gets one more field has a hidden class of its own in V8, as large as the entry itself.
  return isLong(text)
    ? { day, acceptedAtMs, characters, kind, via, text: null, longTextId: String(index) }
    : { day, acceptedAtMs, characters, kind, via, text };
}

function isLong(text: string | null): text is string {
  return text !== null && text.length > INLINE_TEXT_LENGTH;
}

function rejected(entry: StoredEntry, { reason, rejectedBy, rejectedAtMs }: Extract<RunEvent, { type: 'entry-rejected' }>): StoredEntry {
  const { paidWeight: _, ...rest } = entry;
  return { ...rest, rejected: true, rejection: { reason, rejectedBy, rejectedAtMs } };
}

function restored({ rejected: _, rejection: _why, ...entry }: StoredEntry): StoredEntry {
  return entry;
}

function withPaidWeights(entries: readonly StoredEntry[], days: readonly EarningDay[]): readonly StoredEntry[] {
  if (days.length === 0) return entries;
  const weights = new Map(days.map(({ day, weight }) => [day, weight]));
  return entries.map((entry) => {
    const paidWeight = entry.rejected === true ? undefined : weights.get(entry.day);
    return paidWeight === undefined ? entry : Object.assign({}, entry, { paidWeight }); // not a spread: see storedEntry
  });
}

function unknownEvent(event: never): never {
  throw new Error(`unknown event ${JSON.stringify(event)}`);
}
