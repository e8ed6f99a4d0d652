import { loadConfig } from '@daka/service-kit';
import { membershipSettings } from './config';

const KEY = Buffer.alloc(32, 1).toString('base64');
const SMTP_URL = 'smtps://daka:secret@mail.example.org';
const MAIL_FROM = 'Daka <no-reply@example.org>';
const load = (env: NodeJS.ProcessEnv) =>
  loadConfig(membershipSettings, { NODE_ENV: 'production', KEY, SMTP_URL, MAIL_FROM, ...env });

it.each(['ARGON2_MEMORY_KIB', 'ARGON2_ITERATIONS'])('production hashes no weaker than OWASP asks: %s', (name) => {
  expect(() => load({ [name]: name === 'ARGON2_ITERATIONS' ? '1' : '8192' })).toThrow(
    /weaker .* refused in production/,
  );
  expect(load({})).toBeTruthy();
});

it.each(['', Buffer.alloc(31).toString('base64'), 'a passphrase'])(
  'needs a KEY of its own, of 32 bytes: %j',
  (given) => {
    expect(() => load({ KEY: given })).toThrow(/KEY/);
  },
);

it.each([
  ['no server', { SMTP_URL: '' }, /SMTP_URL is missing/],
  ['the mailbox for trying out', { SMTP_URL: 'smtp://127.0.0.1:8025' }, /SMTP_URL is not encrypted/],
  ['a server that need not encrypt', { SMTP_URL: 'smtp://mail.example.org?requireTLS=false' }, /is not encrypted/],
  ['a server that anybody may play', { SMTP_URL: `${SMTP_URL}?tls.rejectUnauthorized=false` }, /is not encrypted/],
  ['a sender that nobody is', { MAIL_FROM: '' }, /MAIL_FROM is an address of nobody/],
  ['addresses that nobody proves', { EMAIL_PROOF: 'off' }, /EMAIL_PROOF lets anybody use the address of another/],
])('production sends no letters by %s', (_name, env, line) => {
  expect(() => load(env)).toThrow(line);
  expect(() => load(env)).not.toThrow(/secret/);
});
it('production takes a server that becomes encrypted or refuses', () => {
  expect(load({ SMTP_URL: 'smtp://mail.example.org:587?requireTLS=true' }).EMAIL_PROOF).toBe('required');
});
