import { loadConfig } from '@daka/service-kit';
import { membershipSettings } from './config';

const KEY = Buffer.alloc(32, 1).toString('base64');
const load = (env: NodeJS.ProcessEnv) => loadConfig(membershipSettings, { NODE_ENV: 'production', KEY, ...env });

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
