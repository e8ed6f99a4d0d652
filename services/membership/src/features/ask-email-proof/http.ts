import { refusals, route } from '@daka/service-kit';
import type { AskEmailProof } from './handler';

export const askEmailProofRoute = route<{ askEmailProof: AskEmailProof }>()({
  method: 'post',
  path: '/accounts/me/email-proof',
  summary: 'Send me another letter with the link that proves my e-mail; the earlier link ends',
  access: 'signed_in',
  answers: { 202: null, 404: refusals('not_found'), 429: refusals('too_many_attempts') },
  handle: ({ user }, { askEmailProof }) => askEmailProof(user.id),
});
