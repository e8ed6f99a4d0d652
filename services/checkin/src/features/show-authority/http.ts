import { checkinHttp } from '@daka/contracts';
import { route } from '@daka/service-kit';
import type { Ports } from '../../ports';

export const showAuthorityRoute = route<Pick<Ports, 'arbiters'>>()({
  method: 'get',
  path: '/accounts/me/authority',
  summary: "Whether I am one of the platform's arbiters",
  access: 'signed_in',
  answers: { 200: checkinHttp.Authority },
  handle: async ({ user }, { arbiters }) => ({ isArbiter: arbiters.has(user.id) }),
});
