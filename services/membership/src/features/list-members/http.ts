import { PageQuery, membershipHttp as http } from '@daka/contracts';
import { route } from '@daka/service-kit';
import { z } from 'zod';
import type { Enrolment } from '../../domain/enrolment';
import { iso } from '../../domain/instants';
import { shownStatus } from '../enrolment-body';
import { pageOf } from '../paging';
import type { UseCases } from '../use-cases';

/** The cursor is a member number. */
const MemberQuery = PageQuery.extend({ cursor: z.coerce.number().int().min(0).default(0) });

export const listMembersRoute = route<UseCases>()({
  method: 'get', path: '/cohorts/:cohortId/members', summary: 'Members in the order of their numbers',
  access: ['owner', 'class_head', 'instructor', 'committee'],
  params: http.CohortParams, query: MemberQuery,
  answers: { 200: http.MemberPage },
  handle: async ({ params, query }, { enrolments, accounts }) => {
    const found = await enrolments.members(params.cohortId, { afterNumber: query.cursor, limit: query.limit + 1 });
    const page = pageOf(found, query.limit, ({ memberNumber }) => String(memberNumber));
    const names = await accounts.displayNames(page.items.map(({ learnerId }) => learnerId));
    return { ...page, items: page.items.flatMap((enrolment) => memberBody(enrolment, names.get(enrolment.learnerId) ?? '')) };
  },
});

function memberBody(enrolment: Enrolment, displayName: string): z.infer<typeof http.MemberBody>[] {
  const { enrolmentId, memberNumber, group, admittedAtMs } = enrolment;
  if (memberNumber === null || group === null || admittedAtMs === null) return [];
  return [{ enrolmentId, memberNumber, displayName, status: shownStatus(enrolment), group, admittedAt: iso(admittedAtMs) }];
}
