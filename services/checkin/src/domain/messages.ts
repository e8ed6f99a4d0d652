import { byType, iso, type Outbound } from '@daka/contracts';
import type { CalendarEvent, Enrolment, HandRemoval, StoredEntry, Terms } from './calendar';
import type { Cohort, CohortEvent } from './cohort';

type Said = Outbound<'checkin.enrolment' | 'checkin.homework'>;
type Ids = Pick<Enrolment, 'enrolmentId' | 'cohortId'>;

const topic = 'checkin.enrolment';

/** What a message needs of the calendar after its event. */
interface Told {
  enrolment: Enrolment;
  run?: { terms: Terms; byHand?: HandRemoval; entries?: readonly StoredEntry[] } | null;
}

/** What others hear of a calendar. */
export function calendarMessages(event: CalendarEvent, { enrolment, run }: Told): Said[] {
  const { enrolmentId, cohortId } = enrolment;
  const said = say(event, { enrolmentId, cohortId }, run?.byHand);
  const ofDay = run?.terms.accepts.includes('homework') === true ? dayForHomework(event, enrolmentId) : null;
  const restored =
    event.type === 'entry-restored' ? countsAgain(event, run?.entries ?? [], { enrolmentId, cohortId }) : null;
  return [said, ofDay, restored].flatMap((message) => message ?? []);
}

/** A piece of homework whose check-in an appeal gave back: that its day is done does not say by what. */
function countsAgain(
  { day, restoredAtMs }: Extract<CalendarEvent, { type: 'entry-restored' }>,
  entries: readonly StoredEntry[],
  ids: Ids,
): Said | null {
  const homework = entries.find((entry) => entry.day === day && entry.restoredAtMs === restoredAtMs)?.homework;
  return homework ? judged({ ...ids, ...homework, status: 'counted', day, countsAt: iso(restoredAtMs) }) : null;
}

/** What homework needs to know of a day, so that it can say what a hand-in will count for. */
function dayForHomework(event: CalendarEvent, enrolmentId: string): Said | null {
  switch (event.type) {
    case 'entry-accepted':
      return aboutDay(enrolmentId, event.day, 'done', event.acceptedAtMs);
    case 'entry-restored':
      return aboutDay(enrolmentId, event.day, 'done', event.restoredAtMs);
    case 'entry-rejected':
      return aboutDay(enrolmentId, event.day, 'free', event.rejectedAtMs);
    case 'day-excused':
      return aboutDay(enrolmentId, event.day, 'excused', event.excusedAtMs);
    default:
      return null;
  }
}

function aboutDay(enrolmentId: string, day: string, state: 'done' | 'free' | 'excused', sinceMs: number): Said {
  const data = { enrolmentId, day, state, since: iso(sinceMs) };
  return { topic: 'checkin.homework', type: 'checkin.homework-day.v1', data };
}

/** What others hear of a cohort. */
export function cohortMessages(
  event: CohortEvent,
  { cohortId, organisationId, policy: { currency } }: Cohort,
): Outbound<'checkin.cohort'>[] {
  if (event.type === 'day-excused-for-all') {
    const { day, reason, decidedBy, excusedAtMs } = event;
    const data = { cohortId, organisationId, currency, day, reason, decidedBy, excusedAt: iso(excusedAtMs) };
    return [{ topic: 'checkin.cohort', type: 'checkin.cohort-day-excused.v1', data }];
  }
  if (event.type !== 'settled') return [];
  const { members, completed, perfect, poolMinor, bonusMinor, organiserMinor, charityMinor } = event;
  const amounts = { poolMinor, bonusMinor, organiserMinor, charityMinor };
  const counts = { members, completed, perfect };
  const data = { cohortId, organisationId, currency, ...counts, ...amounts, settledAt: iso(event.settledAtMs) };
  return [{ topic: 'checkin.cohort', type: 'checkin.cohort-settled.v1', data }];
}

const silent = () => null;

function judged(data: Extract<Said, { type: 'checkin.homework-judged.v1' }>['data']): Said {
  return { topic: 'checkin.homework', type: 'checkin.homework-judged.v1', data };
}

/** The message that an event becomes, by its type; null: it stays inside. */
const say = byType<CalendarEvent, [Ids, HandRemoval?], Said | null>({
  'entry-accepted': ({ day, kind, via, characters, acceptedAtMs }, { enrolmentId }) => {
    const data = { enrolmentId, day, kind, via, characters, acceptedAt: iso(acceptedAtMs) };
    return { topic, type: 'checkin.entry-accepted.v1', data };
  },
  'entry-rejected': ({ day, reason, rejectedBy, rejectedAtMs }, { enrolmentId }) => {
    const data = { enrolmentId, day, reason, rejectedBy, rejectedAt: iso(rejectedAtMs) };
    return { topic, type: 'checkin.entry-rejected.v1', data };
  },
  'day-excused': ({ day, reason, excusedAtMs }, { enrolmentId }) => {
    if (reason === 'appeal') return null; // the answer to the appeal names its days itself
    return { topic, type: 'checkin.day-excused.v1', data: { enrolmentId, day, reason, excusedAt: iso(excusedAtMs) } };
  },
  'leave-decided': ({ leaveId, approved, reason, decidedBy, decidedAtMs }, ids) => {
    const data = { ...ids, leaveId, approved, reason, decidedBy, decidedAt: iso(decidedAtMs) };
    return { topic, type: 'checkin.leave-decided.v1', data };
  },
  'entitlement-changed': ({ revision, entitledMinor, changedAtMs }, { enrolmentId }) => {
    const data = { enrolmentId, revision, entitledMinor, changedAt: iso(changedAtMs) };
    return { topic, type: 'checkin.entitlement-changed.v1', data };
  },
  'payout-due': ({ revision, period, dueMinor, days, dueAtMs }, { enrolmentId }) => {
    const data = { enrolmentId, revision, period, dueMinor, days, dueAt: iso(dueAtMs) };
    return { topic, type: 'checkin.payout-due.v1', data };
  },
  removed: ({ removedOn, removedAtMs }, { enrolmentId }, hand) => {
    const byHand = hand && { reason: hand.reason, removedBy: hand.removedBy };
    const data = { enrolmentId, removedOn, removedAt: iso(removedAtMs), ...(byHand && { byHand }) };
    return { topic, type: 'checkin.removed.v1', data };
  },
  reinstated: ({ reinstatedAtMs }, { enrolmentId }) => {
    return { topic, type: 'checkin.reinstated.v1', data: { enrolmentId, reinstatedAt: iso(reinstatedAtMs) } };
  },
  'appeal-opened': ({ appealId, subject, reason, frozenMinor, openedAtMs }, ids) => {
    const data = { ...ids, appealId, subject, reason, frozenMinor, openedAt: iso(openedAtMs) };
    return { topic, type: 'checkin.appeal-opened.v1', data };
  },
  'appeal-answered': ({ type: _, answeredAtMs, ...answer }, ids) => {
    return { topic, type: 'checkin.appeal-answered.v1', data: { ...ids, ...answer, answeredAt: iso(answeredAtMs) } };
  },
  'appeal-escalated': ({ type: _, escalatedAtMs, ...escalated }, ids) => {
    return {
      topic,
      type: 'checkin.appeal-escalated.v1',
      data: { ...ids, ...escalated, escalatedAt: iso(escalatedAtMs) },
    };
  },
  'homework-kept': ({ homework: { submissionId, version, day, countsAtMs } }, ids) =>
    judged({ ...ids, submissionId, version, status: 'waits', day, countsAt: iso(countsAtMs) }),
  'homework-judged': ({ submissionId, version, verdict }, ids) => {
    const homework = { ...ids, submissionId, version };
    if (verdict.status === 'none') return judged({ ...homework, status: 'none', why: verdict.why });
    const { day, countsAtMs } = verdict;
    return judged({ ...homework, status: 'counted', day, countsAt: iso(countsAtMs) });
  },
  'admission-refused': ({ why, refusedAtMs }, ids) => {
    const data = { ...ids, reason: why ?? ('cohort_settled' as const), refusedAt: iso(refusedAtMs) };
    return { topic, type: 'checkin.admission-refused.v1', data };
  },
  released: ({ releasedAtMs }, ids) => {
    return { topic, type: 'checkin.released.v1', data: { ...ids, releasedAt: iso(releasedAtMs) } };
  },
  'learner-erased': () => null,
  settled: ({ revision, entitledMinor, forfeitMinor, completed, perfect, days, settledAtMs }, ids) => {
    const outcome = { revision, entitledMinor, forfeitMinor, completed, perfect, days };
    return { topic, type: 'checkin.settled.v1', data: { ...ids, ...outcome, settledAt: iso(settledAtMs) } };
  },
  'bonus-awarded': ({ bonusMinor, awardedAtMs }, ids) => {
    return { topic, type: 'checkin.bonus-awarded.v1', data: { ...ids, bonusMinor, awardedAt: iso(awardedAtMs) } };
  },
  registered: silent,
  opened: silent,
  cancelled: silent,
  withdrawn: silent,
  'removed-by-hand': silent, // the removal that follows says by whom
  readmitted: silent,
  'homework-told': silent,
  'entry-restored': silent,
  'leave-requested': silent,
  'days-closed': silent,
});
