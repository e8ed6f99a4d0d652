import { fixedPorts } from '../system/options';
import { readStartOptions } from './start-options';

it('seeds, on the usual ports, with the sandbox, when nothing is said', () => {
  expect(readStartOptions([], {})).toMatchObject({
    seed: true,
    system: { ports: fixedPorts, stripe: 'sandbox', mail: 'sandbox', virtualClock: true },
  });
});

it('takes servers, ports and keys from the environment; an empty variable counts as unset', () => {
  const { seed, system } = readStartOptions([], {
    MONGO_URL: 'mongodb://db/?replicaSet=rs',
    KAFKA_BROKERS: '',
    WEB_PORT: '9000',
    STRIPE_SECRET_KEY: 'sk_test_1',
    STRIPE_WEBHOOK_SECRET: 'whsec_1',
    SMTP_URL: 'smtps://mail.example.org',
    ARBITERS: '7c9e6679-7425-40de-944b-e07fc1f90ae7',
  });
  expect(seed).toBe(false);
  expect(system).toMatchObject({
    mongoUrl: 'mongodb://db/?replicaSet=rs',
    stripe: { secretKey: 'sk_test_1', webhookSecret: 'whsec_1' },
    mail: { smtpUrl: 'smtps://mail.example.org' },
    virtualClock: false,
    arbiters: '7c9e6679-7425-40de-944b-e07fc1f90ae7',
  });
  expect(system.brokers).toBeUndefined();
  expect(system.ports).toEqual({ ...fixedPorts, web: 9000 });
});

it.each([
  ['--empty', ['--empty'], {}],
  ['production', [], { NODE_ENV: 'production' }],
])('leaves the seed and the virtual clock out: %s', (_name, args, env) => {
  expect(readStartOptions(args, env)).toMatchObject({ seed: false, system: { virtualClock: false } });
});

it.each([
  [['--emtpy'], {}, /Unknown option '--emtpy'.* Usage: npm start \[-- --empty\]/],
  [[], { STRIPE_SECRET_KEY: 'sk_test_1' }, /^STRIPE_WEBHOOK_SECRET is missing/],
  [[], { STRIPE_WEBHOOK_SECRET: 'whsec_1' }, /^STRIPE_SECRET_KEY is missing/],
  [[], { WEB_PORT: '80a' }, /^WEB_PORT is "80a", but a port is a whole number from 1 to 65535\.$/],
  [
    [],
    { WEB_PORT: '8081' },
    /^MEMBERSHIP_PORT and WEB_PORT are both 8081\.$|^WEB_PORT and MEMBERSHIP_PORT are both 8081\.$/,
  ],
  [[], { PUBLIC_ORIGIN: 'nowhere' }, /^PUBLIC_ORIGIN: /],
])('refuses %j %j in one line', (args, env, line) => {
  expect(() => readStartOptions(args, env)).toThrow(line);
});
