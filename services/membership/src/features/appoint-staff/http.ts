import { membershipHttp as http } from '@daka/contracts';
import { refusals, route } from '@daka/service-kit';
import type { Ports } from '../../ports';
import type { AppointStaff } from './handler';

export const appointStaffRoute = route<{ appointStaff: AppointStaff }>()({
  method: 'post',
  path: '/cohorts/:cohortId/staff',
  summary: 'Give somebody a role in a cohort',
  access: ['owner'],
  idempotent: true,
  params: http.CohortParams,
  body: http.AppointStaffBody,
  answers: {
    201: http.StaffMemberBody,
    403: refusals('email_not_proven'),
    404: refusals('not_found'),
    409: refusals('cohort_not_open', 'is_a_member', 'owner_stays', 'too_many_staff'),
    422: refusals('no_such_account'),
    429: refusals('too_many_attempts'),
  },
  handle: ({ params, body, user }, { appointStaff }) =>
    appointStaff({ cohortId: params.cohortId, ownerId: user.id, ...body }),
});

export const listStaffRoute = route<Pick<Ports, 'cohorts' | 'accounts'>>()({
  method: 'get',
  path: '/cohorts/:cohortId/staff',
  summary: 'Who works for a cohort',
  access: ['owner', 'class_head', 'instructor', 'committee'],
  params: http.CohortParams,
  answers: { 200: http.StaffList },
  handle: async ({ params }, { cohorts, accounts }) => {
    const staff = (await cohorts.load(params.cohortId))?.staff ?? [];
    const names = await accounts.displayNames(staff.map(({ accountId }) => accountId));
    return {
      items: staff.map(({ accountId, role }) => ({ accountId, role, displayName: names.get(accountId) ?? '' })),
    };
  },
});
