import { iso, membershipHttp as http } from '@daka/contracts';
import { pagesBy, route } from '@daka/service-kit';
import { z } from 'zod';
import type { MemberEnrolment } from '../../domain/enrolment';
import type { Ports } from '../../ports';
import { shownStatus } from '../present/enrolment';

/** A member keeps their number, and new ones come behind. */
const byNumber = pagesBy(z.tuple([z.int()]));

export const listMembersRoute = route<Pick<Ports, 'enrolments' | 'accounts'>>()({
  method: 'get',
  path: '/cohorts/:cohortId/members',
  summary: 'Members in the order of their numbers',
  access: ['owner', 'class_head', 'instructor', 'committee'],
  params: http.CohortParams,
  query: byNumber.query,
  answers: { 200: http.MemberPage },
  handle: async ({ params, query }, { enrolments, accounts }) => {
    const [afterNumber] = query.cursor ?? [0];
    const found = await enrolments.members(params.cohortId, { afterNumber, limit: query.limit + 1 });
    const names = await accounts.displayNames(found.map(({ learnerId }) => learnerId));
    return byNumber.page(
      found,
      query,
      ({ memberNumber }) => [memberNumber],
      (member) => memberBody(member, names.get(member.learnerId) ?? ''),
    );
  },
});

function memberBody(member: MemberEnrolment, displayName: string): z.infer<typeof http.MemberBody> {
  const { enrolmentId, memberNumber, group, admittedAtMs } = member;
  return { enrolmentId, memberNumber, displayName, status: shownStatus(member), group, admittedAt: iso(admittedAtMs) };
}
