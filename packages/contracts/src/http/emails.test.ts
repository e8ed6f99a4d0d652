import * as z from 'zod';
import { AskPasswordResetBody, Email, KnownEmail, SignInBody } from './accounts';

const stated = new RegExp(String(z.toJSONSchema(Email, { io: 'input' }).pattern));
const label = 'a'.repeat(63);

it.each(['mei@example.org', "o'neil+daka@mail-1.example.org", 'a@b-c.xn--d.org', `${label}a@${label}.org`])(
  'takes an address that a letter can be sent to, as the document states: %s',
  (address) => {
    expect(Email.parse(address)).toBe(address);
    expect(stated.test(address)).toBe(true);
  },
);

it.each([
  'mei@h-.example.org',
  'mei@-h.example.org',
  `mei@${label}a.org`,
  `${label}ab@example.org`,
  '.mei@example.org',
  'a..b@x.org',
])('takes none that no host can have: %s', (address) => {
  expect(Email.safeParse(address).success).toBe(false);
  expect(stated.test(address)).toBe(false);
});

it.each(['mei@h-.example.org', `${label}ab@example.org`])(
  'lets whoever has one from before sign in, and choose another password: %s',
  (email) => {
    expect(Email.safeParse(email).success).toBe(false);
    expect(KnownEmail.parse(` ${email.toUpperCase()}`)).toBe(email);
    expect(SignInBody.parse({ email, password: 'a long one' }).email).toBe(email);
    expect(AskPasswordResetBody.parse({ email })).toEqual({ email });
  },
);
