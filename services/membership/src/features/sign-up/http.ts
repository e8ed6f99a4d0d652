import { membershipHttp as http } from '@daka/contracts';
import { refusals, route } from '@daka/service-kit';
import type { SignUp } from './handler';

export const signUpRoute = route<{ signUp: SignUp }>()({
  method: 'post',
  path: '/accounts',
  summary: 'Sign up; a letter goes to the address, and the answer is the same whether or not somebody has it',
  access: 'public',
  body: http.SignUpBody,
  answers: {
    202: http.SignUpAnswer,
    422: refusals('guessable_password'),
    429: refusals('too_many_attempts'),
    503: refusals('busy'),
  },
  handle: ({ body, req }, { signUp }) => signUp(body, req.ip ?? ''),
});
