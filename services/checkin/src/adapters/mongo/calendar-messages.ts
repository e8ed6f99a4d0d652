import type { Outbound } from '@daka/service-kit';
import type { Calendar, CalendarEvent } from '../../domain/calendar';

/** The message that an event of a calendar becomes; null: it stays inside. */
export function calendarMessage(event: CalendarEvent, { enrolment: { enrolmentId, cohortId } }: Pick<Calendar, 'enrolment'>): Outbound | null {
  switch (event.type) {
    case 'entry-accepted': {
      const { day, kind, via, characters, acceptedAtMs } = event;
      return outbound('checkin.entry-accepted.v1', { enrolmentId, day, kind, via, characters, acceptedAt: iso(acceptedAtMs) });
    }
    case 'entry-rejected': {
      const { day, reason, rejectedBy, rejectedAtMs } = event;
      return outbound('checkin.entry-rejected.v1', { enrolmentId, day, reason, rejectedBy, rejectedAt: iso(rejectedAtMs) });
    }
    case 'day-excused': {
      const { day, reason, excusedAtMs } = event;
      // The answer to the appeal names its days itself.
      return reason === 'appeal' ? null : outbound('checkin.day-excused.v1', { enrolmentId, day, reason, excusedAt: iso(excusedAtMs) });
    }
    case 'entitlement-changed': {
      const { revision, entitledMinor, changedAtMs } = event;
      return outbound('checkin.entitlement-changed.v1', { enrolmentId, revision, entitledMinor, changedAt: iso(changedAtMs) });
    }
    case 'payout-due': {
      const { revision, period, dueMinor, days, dueAtMs } = event;
      return outbound('checkin.payout-due.v1', { enrolmentId, revision, period, dueMinor, days, dueAt: iso(dueAtMs) });
    }
    case 'removed':
      return outbound('checkin.removed.v1', { enrolmentId, removedOn: event.removedOn, removedAt: iso(event.removedAtMs) });
    case 'reinstated':
      return outbound('checkin.reinstated.v1', { enrolmentId, reinstatedAt: iso(event.reinstatedAtMs) });
    case 'appeal-opened': {
      const { appealId, subject, reason, frozenMinor, openedAtMs } = event;
      return outbound('checkin.appeal-opened.v1', { enrolmentId, cohortId, appealId, subject, reason, frozenMinor, openedAt: iso(openedAtMs) });
    }
    case 'appeal-answered': {
      const { type: _, answeredAtMs, ...answer } = event;
      return outbound('checkin.appeal-answered.v1', { enrolmentId, cohortId, ...answer, answeredAt: iso(answeredAtMs) });
    }
    case 'admission-refused':
      return outbound('checkin.admission-refused.v1', { enrolmentId, cohortId, reason: 'cohort_settled', refusedAt: iso(event.refusedAtMs) });
    case 'released':
      return outbound('checkin.released.v1', { enrolmentId, cohortId, releasedAt: iso(event.releasedAtMs) });
    case 'settled': {
      const { revision, entitledMinor, forfeitMinor, completed, perfect, days, settledAtMs } = event;
      const data = { enrolmentId, cohortId, revision, entitledMinor, forfeitMinor, completed, perfect, days, settledAt: iso(settledAtMs) };
      return outbound('checkin.settled.v1', data);
    }
    case 'bonus-awarded':
      return outbound('checkin.bonus-awarded.v1', { enrolmentId, cohortId, bonusMinor: event.bonusMinor, awardedAt: iso(event.awardedAtMs) });
    case 'registered':
    case 'opened':
    case 'cancelled':
    case 'withdrawn':
    case 'entry-restored':
    case 'leave-requested':
    case 'leave-decided':
    case 'days-closed':
      return null;
    default:
      return unknownEvent(event);
  }
}

function outbound(type: string, data: object): Outbound {
  return { topic: 'checkin.enrolment', type, data };
}

function iso(instantMs: number): string {
  return new Date(instantMs).toISOString();
}

function unknownEvent(event: never): never {
  throw new Error(`unknown event ${JSON.stringify(event)}`);
}
