import { membershipHttp as http, refuse } from '@daka/contracts';
import { refusals, route } from '@daka/service-kit';
import type { Ports } from '../../ports';

export const proveEmailRoute = route<Pick<Ports, 'letters' | 'ids' | 'wallClock'>>()({
  method: 'post',
  path: '/email-proofs',
  summary: 'Prove an e-mail by the secret of a link that was sent to it; good once, for a day',
  access: 'public',
  body: http.ProveEmailBody,
  answers: { 204: null, 404: refusals('link_ended') },
  handle: async ({ body }, { letters, ids, wallClock }) =>
    (await letters.proveEmail(ids.digest(body.token), wallClock.nowMs())) ? null : refuse('link_ended'),
});
