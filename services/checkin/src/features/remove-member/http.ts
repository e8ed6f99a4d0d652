import { checkinHttp, iso, isRefused } from '@daka/contracts';
import { refusals, route } from '@daka/service-kit';
import { windowEndMs } from '@daka/rules';
import { removeByHand } from '../../domain/remove-member';
import type { Ports } from '../../ports';
import type { AuthorityIn } from '../authority';

export const removeMemberRoute = route<Pick<Ports, 'calendars' | 'cohorts' | 'clock'> & { authorityIn: AuthorityIn }>()(
  {
    method: 'post',
    path: '/enrolments/:enrolmentId/removal',
    summary: 'Remove a member for what they did, with a reason; nothing is forfeited, and they may appeal',
    access: ['owner', 'class_head'],
    params: checkinHttp.EnrolmentParams,
    body: checkinHttp.RemovalBody,
    answers: {
      200: checkinHttp.Removal,
      403: refusals('own_request', 'member_is_staff', 'appointed_late'),
      409: refusals('already_removed', 'plan_over', 'cohort_settled', 'enrolment_closed', 'not_admitted'),
    },
    async handle({ params: { enrolmentId }, body: { reason }, user }, { calendars, cohorts, clock, authorityIn }) {
      const enrolment = await calendars.enrolment(enrolmentId);
      const cohort = enrolment && (await cohorts.load(enrolment.cohortId));
      const isStaff = cohort?.staff.some(({ accountId }) => accountId === enrolment?.learnerId) ?? false;
      const authority = await authorityIn(enrolment?.cohortId, user.id);
      const removal = { reason, removedBy: user.id, authority, isStaff };
      // The instant of the decision, not of the request: the days may have closed while it waited.
      const outcome = await calendars.change(enrolmentId, (calendar) =>
        removeByHand(calendar, { ...removal, removedAtMs: clock.nowMs() }),
      );
      if (isRefused(outcome)) return outcome;
      if (outcome.state.status !== 'open' || outcome.state.run.byHand === undefined)
        throw new Error(`enrolment ${enrolmentId} was removed by hand and is not out`);
      const { byHand, announced } = outcome.state.run;
      const { removedOn, removedBy, removedAtMs } = byHand;
      const appealUntil = iso(windowEndMs(removedAtMs, cohort?.appealDays ?? 0));
      const { entitledMinor } = announced;
      return { enrolmentId, removedOn, reason, removedBy, removedAt: iso(removedAtMs), appealUntil, entitledMinor };
    },
  },
);
