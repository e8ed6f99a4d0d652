import type { PlainDate } from '@daka/rules';
import { type EnrolmentStatus, nextStatus } from './enrolment-steps';

export type { EnrolmentStatus } from './enrolment-steps';
const MAX_REMEMBERED_ANSWERS = 50;

export type CancelReason = 'cooling_off' | 'cohort_cancelled' | 'no_seat';
/** Why a member leaves with everything back. */
export type LeaveReason = Exclude<CancelReason, 'no_seat'>;
export interface Price { currency: string; entryFeeMinor: number; depositMinor: number }

/** One learner's way through one cohort. */
export interface Enrolment {
  enrolmentId: string;
  cohortId: string;
  organisationId: string;
  learnerId: string;
  status: EnrolmentStatus;
  timeZone: string;
  policyVersion: number;
  price: Price;
  appliedAtMs: number;
  /** The version of the rules that was accepted; before that, the one in force when the learner applied. */
  rulesVersion: number;
  rulesAcceptedAtMs: number | null;
  /** Wrong answers to the passphrase, the latest last. */
  wrongAnswersAtMs: readonly number[];
  holdExpiresAtMs: number | null;
  paidAtMs: number | null;
  admittedAtMs: number | null;
  memberNumber: number | null;
  group: number | null;
  removedOn: PlainDate | null;
  quitOn: PlainDate | null;
  cancelledFor: CancelReason | null;
  settledAtMs: number | null;
  /** Asked check-in to be let go, and not answered yet; absent while nothing is asked. */
  leaving?: { reason: LeaveReason; askedAtMs: number } | null;
  /** Revision of the seating that this document has followed. */
  placeRevision: number;
  /** The enrolment ended, but the seating may still keep a place for it. */
  seatToFree: boolean;
}

export type EnrolmentEvent =
  | { type: 'applied'; atMs: number } & Application
  | { type: 'wrong-answer'; atMs: number }
  | { type: 'rules-accepted'; rulesVersion: number; atMs: number }
  | { type: 'queued'; placeRevision: number }
  | { type: 'seat-held'; holdExpiresAtMs: number; placeRevision: number }
  | { type: 'seat-released'; placeRevision: number; atMs: number }
  | { type: 'place-seen'; placeRevision: number }
  | { type: 'seat-unclaimed'; placeRevision: number }
  | { type: 'seat-freed' }
  | { type: 'admitted'; memberNumber: number; group: number; paidAtMs: number; placeRevision: number; atMs: number }
  | { type: 'paid-after-end'; paidAtMs: number; atMs: number }
  | { type: 'removed'; removedOn: PlainDate }
  | { type: 'reinstated' }
  | { type: 'leave-asked'; reason: LeaveReason; atMs: number }
  | { type: 'withdrawn'; quitOn: PlainDate; atMs: number }
  | { type: 'completed'; atMs: number }
  | { type: 'settled'; atMs: number }
  | { type: 'cancelled'; reason: CancelReason; paidAtMs: number | null; atMs: number };

export type Application = Pick<
  Enrolment, 'enrolmentId' | 'cohortId' | 'organisationId' | 'learnerId' | 'timeZone' | 'policyVersion' | 'rulesVersion' | 'price'
>;

export function evolveEnrolment(enrolment: Enrolment | null, event: EnrolmentEvent): Enrolment {
  if (event.type === 'applied') return apply(event);
  if (enrolment === null) throw new Error(`${event.type} before the learner applied`);
  return { ...enrolment, status: nextStatus(enrolment.status, event.type), ...changed(enrolment, event) };
}

function changed(enrolment: Enrolment, event: Exclude<EnrolmentEvent, { type: 'applied' }>): Partial<Enrolment> {
  switch (event.type) {
    case 'wrong-answer': return { wrongAnswersAtMs: [...enrolment.wrongAnswersAtMs, event.atMs].slice(-MAX_REMEMBERED_ANSWERS) };
    case 'rules-accepted': return { rulesVersion: event.rulesVersion, rulesAcceptedAtMs: event.atMs, wrongAnswersAtMs: [] };
    case 'queued': return { placeRevision: event.placeRevision, holdExpiresAtMs: null };
    case 'seat-held': return { placeRevision: event.placeRevision, holdExpiresAtMs: event.holdExpiresAtMs };
    case 'seat-released': return { placeRevision: event.placeRevision, holdExpiresAtMs: null };
    case 'place-seen': return { placeRevision: event.placeRevision };
    case 'seat-unclaimed': return { placeRevision: event.placeRevision, seatToFree: true };
    case 'seat-freed': return { seatToFree: false };
    case 'admitted': {
      const { memberNumber, group, paidAtMs, placeRevision, atMs } = event;
      return { memberNumber, group, paidAtMs, placeRevision, admittedAtMs: atMs, holdExpiresAtMs: null };
    }
    case 'paid-after-end': return { paidAtMs: event.paidAtMs, seatToFree: true };
    case 'removed': return { removedOn: event.removedOn };
    case 'reinstated': return { removedOn: null };
    case 'withdrawn': return { quitOn: event.quitOn };
    case 'leave-asked': return { leaving: { reason: event.reason, askedAtMs: event.atMs } };
    case 'completed':
    case 'settled': return { settledAtMs: event.atMs, leaving: null };
    case 'cancelled': return {
      cancelledFor: event.reason, paidAtMs: event.paidAtMs, holdExpiresAtMs: null, leaving: null,
      // A cancelled cohort has closed its seating as a whole.
      seatToFree: event.reason !== 'cohort_cancelled',
    };
    default: return unknownEvent(event);
  }
}

function apply(event: Extract<EnrolmentEvent, { type: 'applied' }>): Enrolment {
  const { enrolmentId, cohortId, organisationId, learnerId, timeZone, policyVersion, rulesVersion, price, atMs } = event;
  return {
    enrolmentId, cohortId, organisationId, learnerId, timeZone, policyVersion, rulesVersion, price, status: 'applied', appliedAtMs: atMs, rulesAcceptedAtMs: null, wrongAnswersAtMs: [],
    holdExpiresAtMs: null, paidAtMs: null, admittedAtMs: null, memberNumber: null, group: null,
    removedOn: null, quitOn: null, cancelledFor: null, settledAtMs: null, placeRevision: 0, seatToFree: false,
  };
}

function unknownEvent(event: never): never {
  throw new Error(`unknown enrolment event ${JSON.stringify(event)}`);
}
