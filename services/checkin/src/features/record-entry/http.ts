import { checkinHttp, isRefused } from '@daka/contracts';
import { refusals, route } from '@daka/service-kit';
import type { Ports } from '../ports';
import { iso } from '../present';
import { createRecordEntry } from './handler';

export const recordEntryRoute = route<Ports>()({
  method: 'post',
  path: '/enrolments/:enrolmentId/entries',
  summary: 'Check in for a day',
  access: ['learner'],
  idempotent: true,
  params: checkinHttp.EnrolmentParams,
  body: checkinHttp.EntryBody,
  answers: {
    201: checkinHttp.DayReceipt,
    409: refusals(
      'day_not_in_plan', 'day_not_required', 'already_checked_in', 'day_not_open', 'window_closed', 'no_make_ups_left',
      'cohort_settled', 'enrolment_closed', 'not_admitted', 'entries_not_accepted',
    ),
    422: refusals('too_short'),
  },
  async handle({ params: { enrolmentId }, body: { day, text } }, ports) {
    const receipt = await createRecordEntry(ports)({ enrolmentId, day, text });
    if (isRefused(receipt)) return receipt;
    const { entry: { kind, acceptedAtMs, characters }, streak, position, entitledMinor, status } = receipt;
    return { enrolmentId, day, kind, acceptedAt: iso(acceptedAtMs), characters, streak, position, entitledMinor, status };
  },
});
