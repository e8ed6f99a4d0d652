import { readConfig } from './config';
import { startSandbox } from './sandbox';

it('has a default for everything', () => {
  expect(readConfig({ WEBHOOK_URL: '' })).toEqual({
    port: 8090,
    host: '127.0.0.1',
    secretKey: 'sk_test_daka',
    publicUrl: 'http://localhost:8090',
    webhookEndpoints: [],
  });
});

it('reads what is given', () => {
  const env = {
    PORT: '1234',
    STRIPE_SECRET_KEY: 'sk_test_x',
    WEBHOOK_URL: 'http://localhost:1/stripe',
    WEBHOOK_SECRET: 'whsec_x',
    SANDBOX_DATA_FILE: '/data/j',
    PUBLIC_URL: 'https://pay.test',
    SANDBOX_FAULTS: '{"webhooks":{"copies":2}}',
    SANDBOX_TERMS: '{"fees":{"fixedMinor":0}}',
  };
  expect(readConfig(env)).toMatchObject({
    port: 1234,
    secretKey: 'sk_test_x',
    dataFile: '/data/j',
    publicUrl: 'https://pay.test',
    webhookEndpoints: [{ url: 'http://localhost:1/stripe', secret: 'whsec_x' }],
    faults: { webhooks: { copies: 2, off: false } },
    terms: { fees: { percentBps: 290, fixedMinor: 0 } },
  });
});

it('sends events of connected accounts elsewhere where an address is given for them', () => {
  const { webhookEndpoints } = readConfig({
    WEBHOOK_URL: 'http://localhost:1/own',
    WEBHOOK_CONNECT_URL: 'http://localhost:1/connect',
    WEBHOOK_EVENTS: 'refund.failed',
  });
  expect(webhookEndpoints).toEqual([
    { url: 'http://localhost:1/own', secret: 'whsec_daka', hears: 'own', enabledEvents: ['refund.failed'] },
    {
      url: 'http://localhost:1/connect',
      secret: 'whsec_daka_connect',
      hears: 'connect',
      enabledEvents: ['refund.failed'],
    },
  ]);
});

it.each([
  [{ PORT: '99999' }, 'PORT'],
  [{ STRIPE_SECRET_KEY: 'sk_live_real' }, 'STRIPE_SECRET_KEY'],
  [{ WEBHOOK_URL: 'here' }, 'WEBHOOK_URL'],
  [{ WEBHOOK_CONNECT_URL: 'there' }, 'WEBHOOK_CONNECT_URL'],
  [{ SANDBOX_FAULTS: 'broken' }, 'SANDBOX_FAULTS'],
  [{ SANDBOX_FAULTS: '{"gremlins":1}' }, 'SANDBOX_FAULTS'],
  [{ SANDBOX_TERMS: '{"fees":{"percentBps":-1}}' }, 'SANDBOX_TERMS'],
])('names what is wrong in %j', (env, name) => {
  expect(() => readConfig(env)).toThrow(name);
});

it('does not start with a live key, or on a port that is taken', async () => {
  await expect(startSandbox({ secretKey: 'sk_live_real' })).rejects.toThrow('sk_test_');
  const first = await startSandbox();
  await expect(startSandbox({ port: first.port })).rejects.toThrow('EADDRINUSE');
  await first.stop();
  const second = await startSandbox({ port: first.port });
  await second.stop();
});
