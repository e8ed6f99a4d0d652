import { membershipHttp as http, refuse } from '@daka/contracts';
import { refusals, route } from '@daka/service-kit';
import { accountBody } from '../present/account';
import type { Ports } from '../../ports';

export const editAccountRoute = route<Pick<Ports, 'accounts' | 'mustProve'>>()({
  method: 'patch',
  path: '/accounts/me',
  summary: 'Change my name, zone or language; an enrolment keeps the zone that it began with',
  access: 'signed_in',
  body: http.EditAccountBody,
  answers: { 200: http.AccountBody, 404: refusals('not_found') },
  handle: async ({ body, user }, { accounts, mustProve }) => {
    const isNothing = Object.keys(body).length === 0;
    const account = isNothing ? await accounts.load(user.id) : await accounts.edit(user.id, body);
    return account ? accountBody(account, { mustProve }) : refuse('not_found');
  },
});
