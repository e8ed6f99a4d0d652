import { iso, membershipHttp as http } from '@daka/contracts';
import { pagesBy, route } from '@daka/service-kit';
import { z } from 'zod';
import { shownStatus } from '../present/enrolment';
import type { FoundMember, ListMembers } from './handler';

/** A member keeps their number, and new ones come behind. */
const byNumber = pagesBy(z.tuple([z.int()]), http.MemberFilters);

export const listMembersRoute = route<{ listMembers: ListMembers }>()({
  method: 'get',
  path: '/cohorts/:cohortId/members',
  summary: 'Members in the order of their numbers, all or who is looked for by name, number, address or state',
  access: ['owner', 'class_head', 'instructor', 'committee'],
  params: http.CohortParams,
  query: byNumber.query,
  answers: { 200: http.MemberPage },
  handle: async ({ params, query, user }, { listMembers }) => {
    const { cursor: [afterNumber] = [0], limit, q, status } = query;
    const asked = { cohortId: params.cohortId, accountId: user.id, afterNumber, limit: limit + 1, q, status };
    return byNumber.page(await listMembers(asked), query, ({ member }) => [member.memberNumber], memberBody);
  },
});

function memberBody({ member, displayName }: FoundMember): z.infer<typeof http.MemberBody> {
  const { enrolmentId, memberNumber, group, admittedAtMs } = member;
  return { enrolmentId, memberNumber, displayName, status: shownStatus(member), group, admittedAt: iso(admittedAtMs) };
}
