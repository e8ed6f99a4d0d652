import { membershipHttp as http, refuse } from '@daka/contracts';
import { refusals, route } from '@daka/service-kit';
import { accountBody } from '../session/start-session';
import type { UseCases } from '../use-cases';

export const showAccountRoute = route<UseCases>()({
  method: 'get', path: '/accounts/me', summary: 'My account', access: 'signed_in',
  answers: { 200: http.AccountBody, 404: refusals('not_found') },
  handle: async ({ user }, { accounts }) => {
    const account = await accounts.load(user.id);
    return account ? accountBody(account) : refuse('not_found');
  },
});
