import { membershipHttp as http } from '@daka/contracts';
import { pagesBy, route } from '@daka/service-kit';
import { z } from 'zod';
import type { ListRoles } from './handler';

const byPlace = pagesBy(z.tuple([z.enum(['staff', 'learner']), z.int(), z.uuid()]));

export const listRolesRoute = route<{ listRoles: ListRoles }>()({
  method: 'get',
  path: '/accounts/me/roles',
  summary: 'What I am in all cohorts: where I work, then where I learn, each the latest first',
  access: 'signed_in',
  query: byPlace.query,
  answers: { 200: http.RolePage },
  handle: async ({ query, user }, { listRoles }) =>
    byPlace.page(
      await listRoles(user.id, query.cursor, query.limit + 1),
      query,
      ({ place }) => place,
      ({ body }) => body,
    ),
});
