import { checkinHttp, iso, isRefused } from '@daka/contracts';
import { LONG_TEXT_BYTES, refusals, route } from '@daka/service-kit';
import type { RecordEntry } from './handler';

export const recordEntryRoute = route<{ recordEntry: RecordEntry }>()({
  method: 'post',
  path: '/enrolments/:enrolmentId/entries',
  summary: 'Check in for a day',
  access: ['learner'],
  idempotent: true,
  maxBodyBytes: LONG_TEXT_BYTES,
  params: checkinHttp.EnrolmentParams,
  body: checkinHttp.EntryBody,
  answers: {
    201: checkinHttp.DayReceipt,
    409: refusals(
      'day_not_in_plan',
      'day_not_required',
      'already_checked_in',
      'day_not_open',
      'day_over',
      'window_closed',
      'no_make_ups_left',
      'cohort_settled',
      'enrolment_closed',
      'not_admitted',
      'entries_not_accepted',
      'files_not_accepted',
      'file_used',
    ),
    422: refusals('too_short', 'too_long', 'file_not_there'),
  },
  async handle({ params: { enrolmentId }, body: { day, text, onTimeOnly, pictures, voice } }, { recordEntry }) {
    const receipt = await recordEntry({ enrolmentId, day, text, onTimeOnly, pictures, voice });
    if (isRefused(receipt)) return receipt;
    const {
      entry: { kind, acceptedAtMs, characters },
      streak,
      position,
      amountMinor,
      payoutAtMs,
      entitledMinor,
      status,
    } = receipt;
    return {
      enrolmentId,
      day,
      kind,
      acceptedAt: iso(acceptedAtMs),
      characters,
      streak,
      position,
      amountMinor,
      payoutAt: payoutAtMs === null ? null : iso(payoutAtMs),
      entitledMinor,
      status,
    };
  },
});
