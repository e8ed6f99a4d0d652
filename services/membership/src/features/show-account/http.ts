import { membershipHttp as http, refuse } from '@daka/contracts';
import { refusals, route } from '@daka/service-kit';
import { accountBody } from '../present/account';
import type { Ports } from '../../ports';

export const showAccountRoute = route<Pick<Ports, 'accounts' | 'mustProve'>>()({
  method: 'get',
  path: '/accounts/me',
  summary: 'My account',
  access: 'signed_in',
  answers: { 200: http.AccountBody, 404: refusals('not_found') },
  handle: async ({ user }, { accounts, mustProve }) => {
    const account = await accounts.load(user.id);
    return account ? accountBody(account, { mustProve }) : refuse('not_found');
  },
});
