import { membershipHttp as http } from '@daka/contracts';
import { route } from '@daka/service-kit';
import type { Ports } from '../../ports';
import { actsPage, type ShowsActs } from '../present/acts';
import { afterPlace, byTime } from '../present/pages';

type Needs = Pick<Ports, 'auditLog'> & ShowsActs;

export const listMyActsRoute = route<Needs>()({
  method: 'get',
  path: '/accounts/me/acts',
  summary: 'What I did, and what was done to my account and my roles, the latest first',
  access: 'signed_in',
  query: byTime.query,
  answers: { 200: http.ActPage },
  handle: async ({ query, user }, { auditLog, ...needs }) =>
    actsPage(await auditLog.ofAccount(user.id, afterPlace(query)), query, needs, { accountId: user.id }),
});

export const listOrganisationActsRoute = route<Needs>()({
  method: 'get',
  path: '/organisations/:organisationId/acts',
  summary:
    'What the owner and the staff of an organisation did with its cohorts, roles and invitations, the latest first',
  access: ['owner'],
  params: http.OrganisationParams,
  query: byTime.query,
  answers: { 200: http.ActPage },
  handle: async ({ params, query, user }, { auditLog, ...needs }) =>
    actsPage(await auditLog.ofOrganisation(params.organisationId, afterPlace(query)), query, needs, {
      accountId: user.id,
    }),
});

export const listActsRoute = route<Needs>()({
  method: 'get',
  path: '/acts',
  summary: 'Every act of staff and of accounts about themselves, for the platform, the latest first',
  access: ['arbiter'],
  query: byTime.query,
  answers: { 200: http.ActPage },
  handle: async ({ query }, { auditLog, ...needs }) =>
    actsPage(await auditLog.all(afterPlace(query)), query, needs, 'the platform'),
});
