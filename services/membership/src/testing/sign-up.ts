import type { Membership } from './membership';

interface Newcomer {
  email: string;
  password: string;
  displayName: string;
  timeZone: string;
  locale?: 'zh-CN' | 'en';
}

/** Signs up where nobody proves an address, and in; the answer is that of signing in. */
export async function signUpAndIn(http: Membership['http'], person: Newcomer, device = 'a browser') {
  await http.post('/accounts').send(person).expect(202, { letterSent: false });
  const { email, password } = person;
  return http.post('/sessions').set('User-Agent', device).send({ email, password }).expect(201);
}
