import * as checkin from './checkin';
import * as homework from './homework';
import * as membership from './membership';
import * as payment from './payment';
import type { EventDefinition, MessageOf, Topic } from '../define-event';

export * from './checkin';
export * from './homework';
export * from './membership';
export * from './payment';

const byTopic = {
  'membership.organisation': [membership.organisationFounded],
  'membership.cohort': [
    membership.cohortPublished,
    membership.cohortStaffChanged,
    membership.cohortChanged,
    membership.cohortCancelled,
  ],
  'membership.enrolment': [
    membership.enrolmentApplied,
    membership.enrolmentRulesAccepted,
    membership.enrolmentSeatHeld,
    membership.enrolmentSeatReleased,
    membership.enrolmentAdmitted,
    membership.enrolmentWithdrawn,
    membership.enrolmentErased,
    membership.enrolmentLeaving,
    membership.enrolmentCancelled,
  ],
  'payment.enrolment': [
    payment.paymentCheckoutTried,
    payment.paymentReceived,
    payment.paymentRefundSucceeded,
    payment.paymentRefundFailed,
    payment.paymentDisputeOpened,
    payment.paymentDisputeClosed,
    payment.paymentHandPaymentTold,
    payment.paymentHandPaymentAnswered,
    payment.paymentCreditPayoutAsked,
  ],
  'payment.organisation': [payment.paymentCoverageFell, payment.paymentCoverageRestored],
  'homework.enrolment': [
    homework.homeworkSubmitted,
    homework.homeworkReviewed,
    homework.homeworkReviewedByRubric,
    homework.homeworkWatermark,
  ],
  'checkin.enrolment': [
    checkin.checkinEntryAccepted,
    checkin.checkinEntryRejected,
    checkin.checkinLeaveDecided,
    checkin.checkinDayExcused,
    checkin.checkinEntitlementChanged,
    checkin.checkinPayoutDue,
    checkin.checkinRemoved,
    checkin.checkinReinstated,
    checkin.checkinAppealOpened,
    checkin.checkinAppealAnswered,
    checkin.checkinAppealEscalated,
    checkin.checkinAdmissionRefused,
    checkin.checkinReleased,
    checkin.checkinSettled,
    checkin.checkinBonusAwarded,
  ],
  'checkin.homework': [checkin.checkinHomeworkJudged, checkin.checkinHomeworkDay],
  'checkin.cohort': [checkin.checkinCohortSettled, checkin.checkinCohortDayExcused],
} as const satisfies Record<Topic, readonly EventDefinition[]>;

/** Every message that may appear on a topic, as a union over its type. */
export type MessageOn<T extends Topic> = MessageOf<(typeof byTopic)[T][number]>;
/** Every message of Daka. */
export type AnyMessage = { [T in Topic]: MessageOn<T> }[Topic];

export type EventType = AnyMessage['type'];

type AnyOutbound = { [T in Topic]: { topic: T } & MessageOn<T> }[Topic];
/** A message to publish: which topic it belongs on, its type and its data agree. */
export type Outbound<T extends Topic = Topic> = Extract<AnyOutbound, { topic: T }>;

/** All released events, by topic. */
export const eventsByTopic: Readonly<Record<Topic, readonly EventDefinition[]>> = byTopic;

/** All released events. */
export const allEvents: readonly EventDefinition[] = Object.values(eventsByTopic).flat();

export const allTopics = Object.keys(byTopic) as Topic[]; // it has no other keys
