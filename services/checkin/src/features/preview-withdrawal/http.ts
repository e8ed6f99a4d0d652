import { checkinHttp, iso, isRefused, refuse } from '@daka/contracts';
import { refusals, route } from '@daka/service-kit';
import { previewWithdrawal } from '../../domain/preview-withdrawal';
import type { Ports } from '../../ports';

export const previewWithdrawalRoute = route<Pick<Ports, 'calendars' | 'cohorts' | 'clock'>>()({
  method: 'get',
  path: '/enrolments/:enrolmentId/withdrawal',
  summary: 'What leaving now would come to, figure by figure; leaving itself is asked of membership',
  access: ['learner'],
  params: checkinHttp.EnrolmentParams,
  answers: {
    200: checkinHttp.WithdrawalPreview,
    404: refusals('not_found'),
    409: refusals('not_admitted', 'cohort_settled', 'enrolment_closed'),
  },
  async handle({ params: { enrolmentId } }, { calendars, cohorts, clock }) {
    const calendar = await calendars.load(enrolmentId);
    const cohort = calendar && (await cohorts.load(calendar.enrolment.cohortId));
    if (!cohort) return refuse('not_found', 'There is no such enrolment.');
    const nowMs = clock.nowMs();
    const preview = previewWithdrawal(calendar, cohort.policy, nowMs);
    if (isRefused(preview)) return preview;
    const { coolingOffEndsAtMs, payoutAtMs, ...figures } = preview;
    return {
      enrolmentId,
      asOf: iso(nowMs),
      coolingOffEndsAt: isoOrNull(coolingOffEndsAtMs),
      payoutAt: isoOrNull(payoutAtMs),
      ...figures,
    };
  },
});

function isoOrNull(instantMs: number | null): string | null {
  return instantMs === null ? null : iso(instantMs);
}
