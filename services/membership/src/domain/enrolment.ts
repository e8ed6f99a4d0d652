import { unreachable } from '@daka/contracts';
import type { PlainDate } from '@daka/rules';
import { type EnrolmentStatus, nextStatus } from './enrolment-steps';

export type { EnrolmentStatus } from './enrolment-steps';
const MAX_REMEMBERED_ANSWERS = 50;

export type CancelReason = 'cooling_off' | 'cohort_cancelled' | 'no_seat';
/** Why a member leaves with everything back. */
export type LeaveReason = Exclude<CancelReason, 'no_seat'>;
export interface Price {
  currency: string;
  entryFeeMinor: number;
  depositMinor: number;
}

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
  /** When the last hold went to the next one; null while there is a place. */
  holdLapsedAtMs: number | null;
  paidAtMs: number | null;
  admittedAtMs: number | null;
  memberNumber: number | null;
  group: number | null;
  removedOn: PlainDate | null;
  /** Why the staff removed them; absent or null: they are not out, or by the rule. */
  removalReason?: string | null;
  quitOn: PlainDate | null;
  cancelledFor: CancelReason | null;
  settledAtMs: number | null;
  /** When it was over for the learner; null while it is not, or where that was not kept. */
  endedAtMs: number | null;
  /** Asked check-in to be let go, and not answered yet. */
  leaving: { reason: LeaveReason; askedAtMs: number } | null;
  /** Revision of the seating that this document has followed. */
  placeRevision: number;
  /** The enrolment ended, but the seating may still keep a place for it. */
  seatToFree: boolean;
  /** When the learner's account was erased, and this was told; absent: it was not. */
  erasedAtMs?: number;
}

const noHold = { holdExpiresAtMs: null, holdLapsedAtMs: null } as const;

/** An enrolment that was admitted once. */
export type MemberEnrolment = Enrolment & { memberNumber: number; group: number; admittedAtMs: number };

export function isMember(enrolment: Enrolment): enrolment is MemberEnrolment {
  return enrolment.memberNumber !== null && enrolment.group !== null && enrolment.admittedAtMs !== null;
}

export type EnrolmentEvent =
  | ({ type: 'applied'; atMs: number } & Application)
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
  | { type: 'removed'; removedOn: PlainDate; reason?: string }
  | { type: 'reinstated' }
  | { type: 'leave-asked'; reason: LeaveReason; atMs: number }
  | { type: 'withdrawn'; quitOn: PlainDate; atMs: number }
  | { type: 'completed'; atMs: number }
  | { type: 'settled'; atMs: number }
  | { type: 'cancelled'; reason: CancelReason; paidAtMs: number | null; atMs: number }
  | { type: 'erased'; atMs: number };

export type Application = Pick<
  Enrolment,
  'enrolmentId' | 'cohortId' | 'organisationId' | 'learnerId' | 'timeZone' | 'policyVersion' | 'rulesVersion' | 'price'
>;

export function evolveEnrolment(enrolment: Enrolment | null, event: EnrolmentEvent): Enrolment {
  if (event.type === 'applied') return apply(event);
  if (enrolment === null) throw new Error(`${event.type} before the learner applied`);
  return { ...enrolment, status: nextStatus(enrolment.status, event.type), ...changed(enrolment, event) };
}

function changed(enrolment: Enrolment, event: Exclude<EnrolmentEvent, { type: 'applied' }>): Partial<Enrolment> {
  switch (event.type) {
    case 'wrong-answer':
      return { wrongAnswersAtMs: [...enrolment.wrongAnswersAtMs, event.atMs].slice(-MAX_REMEMBERED_ANSWERS) };
    case 'rules-accepted':
      return { rulesVersion: event.rulesVersion, rulesAcceptedAtMs: event.atMs, wrongAnswersAtMs: [] };
    case 'queued':
      return { placeRevision: event.placeRevision, holdExpiresAtMs: null };
    case 'seat-held':
      return { placeRevision: event.placeRevision, holdExpiresAtMs: event.holdExpiresAtMs, holdLapsedAtMs: null };
    case 'seat-released':
      return { placeRevision: event.placeRevision, holdExpiresAtMs: null, holdLapsedAtMs: event.atMs };
    case 'place-seen':
      return { placeRevision: event.placeRevision };
    case 'seat-unclaimed':
      return { placeRevision: event.placeRevision, seatToFree: true };
    case 'seat-freed':
      return { seatToFree: false };
    case 'admitted': {
      const { memberNumber, group, paidAtMs, placeRevision, atMs } = event;
      return { memberNumber, group, paidAtMs, placeRevision, admittedAtMs: atMs, ...noHold };
    }
    case 'paid-after-end':
      return { paidAtMs: event.paidAtMs, seatToFree: true };
    case 'removed':
      return { removedOn: event.removedOn, ...(event.reason === undefined ? {} : { removalReason: event.reason }) };
    case 'reinstated':
      return { removedOn: null, ...(enrolment.removalReason ? { removalReason: null } : {}) };
    case 'withdrawn':
      return { quitOn: event.quitOn, endedAtMs: event.atMs };
    case 'leave-asked':
      return { leaving: { reason: event.reason, askedAtMs: event.atMs } };
    case 'completed':
    case 'settled':
      return { settledAtMs: event.atMs, endedAtMs: enrolment.endedAtMs ?? event.atMs, leaving: null };
    case 'cancelled':
      return {
        cancelledFor: event.reason,
        paidAtMs: event.paidAtMs,
        ...noHold,
        endedAtMs: event.atMs,
        leaving: null,
        // A cancelled cohort has closed its seating as a whole.
        seatToFree: event.reason !== 'cohort_cancelled',
      };
    case 'erased':
      return { erasedAtMs: event.atMs };
    default:
      return unreachable(event, 'event of an enrolment');
  }
}

function apply(event: Extract<EnrolmentEvent, { type: 'applied' }>): Enrolment {
  const { enrolmentId, cohortId, organisationId, learnerId, timeZone, policyVersion, rulesVersion, price, atMs } =
    event;
  return {
    enrolmentId,
    cohortId,
    organisationId,
    learnerId,
    timeZone,
    policyVersion,
    rulesVersion,
    price,
    status: 'applied',
    appliedAtMs: atMs,
    rulesAcceptedAtMs: null,
    wrongAnswersAtMs: [],
    ...noHold,
    paidAtMs: null,
    admittedAtMs: null,
    memberNumber: null,
    group: null,
    removedOn: null,
    quitOn: null,
    cancelledFor: null,
    settledAtMs: null,
    endedAtMs: null,
    leaving: null,
    placeRevision: 0,
    seatToFree: false,
  };
}
