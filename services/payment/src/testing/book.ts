import type { MessageOn, Refused } from '@daka/contracts';
import { scenario } from '@daka/service-kit/testing';
import type { CoolingOffTerms } from '@daka/rules';
import type { Book } from '../domain/book';
import type { BookEvent } from '../domain/book-events';
import type { Now, Patience } from '../domain/patience';
import { evolveBook } from '../domain/evolve-book';

export const PATIENCE: Patience = {
  sendWithinMs: 2_000,
  retryFirstMs: 500,
  retryMaxMs: 60_000,
  checkFirstMs: 1_000,
  checkMaxMs: 30_000,
  maxAttempts: 3,
  disputeEveryMs: 600_000,
};
export const START_MS = Date.parse('2026-03-02T00:00:00Z');
export const NOW: Now = { atMs: START_MS, wallAtMs: 1_800_000_000_000 };
/** A week after paying, for a plan that opens at START_MS. */
export const COOLING_OFF: CoolingOffTerms = {
  startsOn: '2026-03-02',
  days: 60,
  dayEndsAt: '00:00',
  dayBoundary: 'cohort',
  timeZone: 'UTC',
  coolingOffDays: 7,
};
export const PRICE = { currency: 'CNY', entryFeeMinor: 2_000, depositMinor: 10_000 };
export const ids = {
  enrolmentId: '00000000-0000-4000-8000-000000000001',
  cohortId: '00000000-0000-4000-8000-000000000002',
  organisationId: '00000000-0000-4000-8000-000000000003',
  learnerId: '00000000-0000-4000-8000-000000000004',
};

export const PERIOD = '2026-03-02';
export const later = (ms: number, now: Now = NOW): Now => ({ atMs: now.atMs + ms, wallAtMs: now.wallAtMs + ms });

export const opened: BookEvent = { type: 'opened', ...ids, timeZone: 'Asia/Shanghai' };
export const held: BookEvent = { type: 'seat-held', price: PRICE, seatHeldUntilMs: START_MS + 1_800_000 };
export const paid: BookEvent = {
  type: 'captured',
  paymentIntentId: 'pi_1',
  entryFeeMinor: 2_000,
  depositMinor: 10_000,
  feeEarnedFromMs: START_MS + 7 * 86_400_000,
  charge: null,
  atMs: START_MS,
};

/** given(events).when(decide).then(events) for a learner's book. */
const { given, from } = scenario<Book, BookEvent>(evolveBook);
export { given };

/** The book after these events. */
export const bookOf = (...events: BookEvent[]): Book => present(given(...events).state);

/** The book after what was decided on it. Throws for a refusal. */
export const bookAfter = (book: Book, decided: Refused | readonly BookEvent[]): Book =>
  present(
    from(book)
      .when(() => decided)
      .and().state,
  );

function present(book: Book | null): Book {
  if (!book) throw new Error('a book starts with an event');
  return book;
}

export const paidBook = (...more: BookEvent[]): Book => bookOf(opened, held, paid, ...more);

type Of<T extends MessageOn<'checkin.enrolment'>['type']> = Extract<MessageOn<'checkin.enrolment'>, { type: T }>;
const at = '2026-03-03T00:00:00Z';

export function payoutDue(period: string, dueMinor: number, revision = 1): Of<'checkin.payout-due.v1'> {
  const days = [{ day: '2026-03-02', kind: 'on_time' as const, position: 1, weight: 1 }];
  return {
    type: 'checkin.payout-due.v1',
    data: { enrolmentId: ids.enrolmentId, revision, period, dueMinor, days, dueAt: at },
  };
}

export function settledAt(entitledMinor: number, depositMinor = PRICE.depositMinor): Of<'checkin.settled.v1'> {
  const { enrolmentId, cohortId } = ids;
  return {
    type: 'checkin.settled.v1',
    data: {
      enrolmentId,
      cohortId,
      revision: 99,
      entitledMinor,
      forfeitMinor: depositMinor - entitledMinor,
      completed: true,
      perfect: false,
      days: [],
      settledAt: at,
    },
  };
}

export function bonusOf(bonusMinor: number): Of<'checkin.bonus-awarded.v1'> {
  const { enrolmentId, cohortId } = ids;
  return { type: 'checkin.bonus-awarded.v1', data: { enrolmentId, cohortId, bonusMinor, awardedAt: at } };
}

export const cancelledMessage: MessageOn<'membership.enrolment'> = {
  type: 'membership.enrolment-cancelled.v1',
  data: { enrolmentId: ids.enrolmentId, cohortId: ids.cohortId, reason: 'no_seat', cancelledAt: at },
};

const appealed = { kind: 'rejected_entry', day: '2026-03-02' } as const;

export function appealOpened(appealId: string, frozenMinor: number): Of<'checkin.appeal-opened.v1'> {
  const { enrolmentId, cohortId } = ids;
  return {
    type: 'checkin.appeal-opened.v1',
    data: { enrolmentId, cohortId, appealId, subject: appealed, reason: 'mine', frozenMinor, openedAt: at },
  };
}

export function appealEscalated(appealId: string, frozenMinor: number): Of<'checkin.appeal-escalated.v1'> {
  const { enrolmentId, cohortId } = ids;
  return {
    type: 'checkin.appeal-escalated.v1',
    data: { enrolmentId, cohortId, appealId, subject: appealed, reason: 'unread', frozenMinor, escalatedAt: at },
  };
}

export function appealAnswered(appealId: string, decision: 'upheld' | 'dismissed'): Of<'checkin.appeal-answered.v1'> {
  const { enrolmentId, cohortId, learnerId } = ids;
  return {
    type: 'checkin.appeal-answered.v1',
    data: {
      enrolmentId,
      cohortId,
      appealId,
      subject: appealed,
      decision,
      reason: 'it is',
      answeredBy: learnerId,
      frozenMinor: 0,
      excusedDays: [],
      answeredAt: at,
    },
  };
}
