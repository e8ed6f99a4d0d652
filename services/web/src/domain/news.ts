import { byType, type Received, type ReceivedOf } from '@daka/contracts';

/** The topics that tell of one enrolment each. */
export const NEWS_TOPICS = [
  'membership.enrolment',
  'payment.enrolment',
  'homework.enrolment',
  'checkin.enrolment',
] as const;
export type NewsTopic = (typeof NEWS_TOPICS)[number];

export function isNews(received: Received): received is Received<NewsTopic> {
  return NEWS_TOPICS.some((topic) => topic === received.topic);
}

export const NEWS_KINDS = ['seat', 'payment', 'admission', 'entry', 'refund', 'removal', 'feedback'] as const;
export type NewsKind = (typeof NEWS_KINDS)[number];

/** What a page is told: what happened, by ids, days and figures. No text that anybody wrote is in it. */
export interface NewsItem {
  kind: NewsKind;
  what: string;
  [figure: string]: string | number | null;
}

/** The latest news of one enrolment, numbered from 1 in the order in which they reached us, whichever service said them. */
export interface News {
  /** The number of the last one. */
  seq: number;
  /** The last ones, the oldest first. */
  items: readonly (NewsItem & { seq: number })[];
}

/** A page that was away for longer asks for everything anew; four a day are usual. */
const KEPT = 20;

/** @returns null as long as nothing was said that a page should hear of. */
export function evolveNews(news: News | null, received: Received<NewsTopic>): News | null {
  const item = newsItemOf(received);
  if (item === null) return news;
  const seq = (news?.seq ?? 0) + 1;
  return { seq, items: [...(news?.items ?? []), { ...item, seq }].slice(-KEPT) };
}

/** What an event means to the learner's open page; null: nothing. */
const newsItemOf = byType<Received<NewsTopic>, [], NewsItem | null>({
  'membership.enrolment-applied.v1': () => null,
  'membership.enrolment-rules-accepted.v1': () => null,
  'membership.enrolment-seat-held.v1': ({ data: { holdExpiresAt } }) => ({ kind: 'seat', what: 'held', holdExpiresAt }),
  'membership.enrolment-seat-released.v1': () => ({ kind: 'seat', what: 'released' }),
  'membership.enrolment-admitted.v1': ({ data: { memberNumber, group } }) => ({
    kind: 'admission',
    what: 'admitted',
    memberNumber,
    group,
  }),
  'membership.enrolment-withdrawn.v1': ({ data: { quitOn } }) => ({ kind: 'admission', what: 'withdrawn', quitOn }),
  'membership.enrolment-erased.v1': () => null,
  'membership.enrolment-leaving.v1': ({ data: { reason } }) => ({ kind: 'admission', what: 'leaving', reason }),
  'membership.enrolment-cancelled.v1': ({ data: { reason } }) => ({ kind: 'admission', what: 'cancelled', reason }),
  'payment.received.v1': ({ data: { currency, entryFeeMinor, depositMinor } }) => ({
    kind: 'payment',
    what: 'received',
    currency,
    entryFeeMinor,
    depositMinor,
  }),
  'payment.checkout-tried.v1': ({ data: { outcome, reason } }) => ({ kind: 'payment', what: outcome, reason }),
  'payment.refund-succeeded.v1': ({ data: { kind, period, amountMinor } }) => ({
    kind: 'refund',
    what: 'succeeded',
    of: kind,
    period,
    amountMinor,
  }),
  'payment.refund-failed.v1': ({ data: { kind, period, amountMinor } }) => ({
    kind: 'refund',
    what: 'failed',
    of: kind,
    period,
    amountMinor,
  }),
  'payment.dispute-opened.v1': ({ data: { amountMinor } }) => ({ kind: 'payment', what: 'disputed', amountMinor }),
  'payment.dispute-closed.v1': ({ data: { outcome } }) => ({ kind: 'payment', what: 'dispute_closed', outcome }),
  'payment.hand-payment-told.v1': ({ data: { amountMinor } }) => ({
    kind: 'payment',
    what: 'hand_payment_told',
    amountMinor,
  }),
  'payment.hand-payment-answered.v1': ({ data: { answer, countedMinor } }) => ({
    kind: 'payment',
    what: `hand_payment_${answer}`,
    countedMinor,
  }),
  'payment.credit-payout-asked.v1': ({ data: { amountMinor } }) => ({
    kind: 'payment',
    what: 'credit_payout_asked',
    amountMinor,
  }),
  'homework.submitted.v1': ({ data: { assignmentId, submissionId, version } }) => ({
    kind: 'feedback',
    what: 'submitted',
    assignmentId,
    submissionId,
    version,
  }),
  'homework.reviewed.v1': ({ data }) => reviewed(data),
  'homework.reviewed.v2': ({ data }) => reviewed(data),
  // For the settlement alone.
  'homework.watermark.v1': () => null,
  'checkin.entry-accepted.v1': ({ data: { day, kind, via } }) => ({
    kind: 'entry',
    what: 'accepted',
    day,
    how: kind,
    via,
  }),
  'checkin.entry-rejected.v1': ({ data: { day } }) => ({ kind: 'entry', what: 'rejected', day }),
  'checkin.day-excused.v1': ({ data: { day, reason } }) => ({ kind: 'entry', what: 'excused', day, reason }),
  'checkin.leave-decided.v1': ({ data: { approved } }) => ({
    kind: 'entry',
    what: approved ? 'leave_approved' : 'leave_declined',
  }),
  'checkin.entitlement-changed.v1': ({ data: { revision, entitledMinor } }) => ({
    kind: 'entry',
    what: 'entitled',
    revision,
    entitledMinor,
  }),
  'checkin.payout-due.v1': ({ data: { period, dueMinor } }) => ({ kind: 'refund', what: 'due', period, dueMinor }),
  'checkin.removed.v1': ({ data: { removedOn } }) => ({ kind: 'removal', what: 'removed', removedOn }),
  'checkin.reinstated.v1': () => ({ kind: 'removal', what: 'reinstated' }),
  'checkin.appeal-opened.v1': ({ data: { subject, appealId, frozenMinor } }) => ({
    kind: subject.kind === 'removal' ? 'removal' : 'entry',
    what: 'appealed',
    appealId,
    frozenMinor,
  }),
  'checkin.appeal-answered.v1': ({ data: { subject, appealId, decision } }) => ({
    kind: subject.kind === 'removal' ? 'removal' : 'entry',
    what: 'appeal_answered',
    appealId,
    decision,
  }),
  'checkin.appeal-escalated.v1': ({ data: { subject, appealId, frozenMinor } }) => ({
    kind: subject.kind === 'removal' ? 'removal' : 'entry',
    what: 'appeal_escalated',
    appealId,
    frozenMinor,
  }),
  'checkin.admission-refused.v1': ({ data: { reason } }) => ({ kind: 'admission', what: 'refused', reason }),
  'checkin.released.v1': () => ({ kind: 'admission', what: 'released' }),
  'checkin.settled.v1': ({ data: { entitledMinor, forfeitMinor } }) => ({
    kind: 'refund',
    what: 'settled',
    entitledMinor,
    forfeitMinor,
  }),
  'checkin.bonus-awarded.v1': ({ data: { bonusMinor } }) => ({ kind: 'refund', what: 'bonus', bonusMinor }),
});

function reviewed({
  assignmentId,
  submissionId,
  version,
  verdict,
  scorePercent,
}: ReceivedOf<'homework.reviewed.v1'>['data']): NewsItem {
  return { kind: 'feedback', what: 'reviewed', assignmentId, submissionId, version, verdict, scorePercent };
}
