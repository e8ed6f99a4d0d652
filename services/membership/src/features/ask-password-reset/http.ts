import { membershipHttp as http } from '@daka/contracts';
import { refusals, route } from '@daka/service-kit';
import type { AskPasswordReset } from './handler';

export const askPasswordResetRoute = route<{ askPasswordReset: AskPasswordReset }>()({
  method: 'post',
  path: '/password-resets',
  summary:
    'Send a link to set another password to an address, if somebody has an account with it; the answer is the same',
  access: 'public',
  body: http.AskPasswordResetBody,
  answers: { 202: null, 429: refusals('too_many_attempts') },
  handle: ({ body, req }, { askPasswordReset }) => askPasswordReset(body.email, req.ip ?? ''),
});
