import fs from 'node:fs';
import path from 'node:path';
import { repositoryRoot } from '../paths';
import { layOut, sandboxEnvironment, serviceEnvironment } from './layout';
import { freePort } from '../ports';

const servers = { MONGO_URL: 'mongodb://127.0.0.1:1/?replicaSet=daka', KAFKA_BROKERS: '127.0.0.1:2' };

it('gives every part a port of its own, and every service what it needs to find the others', async () => {
  const layout = await layOut({ dir: '/state', databasePrefix: 'trial', topicPrefix: 'trial.', virtualClock: true });
  expect(new Set(Object.values(layout.ports)).size).toBe(15);
  expect(serviceEnvironment('payment', layout, servers)).toMatchObject({
    PORT: String(layout.ports.payment),
    OPERATIONS_PORT: String(layout.ports.payment_operations),
    MONGO_URL: servers.MONGO_URL,
    MONGO_DB: 'trial_payment',
    KAFKA_BROKERS: servers.KAFKA_BROKERS,
    TOPIC_PREFIX: 'trial.',
    JWKS_URL: `${layout.urls['membership']}/.well-known/jwks.json`,
    PUBLIC_ORIGIN: layout.urls['web'],
    CLOCK_FILE: '/state/clock',
    STRIPE_API_BASE: layout.urls['sandbox'],
  });
  expect(serviceEnvironment('web', layout, servers)).toMatchObject({
    PAYMENT_URL: layout.urls['payment'],
    CHECKIN_URL: layout.urls['checkin'],
    MONGO_DB: 'trial_web',
    OPERATIONS_PORT: String(layout.ports.web_operations),
  });
  expect(layout.operationsUrls['payment']).toBe(`http://127.0.0.1:${layout.ports.payment_operations}`);
  expect(sandboxEnvironment(layout)).toMatchObject({ WEBHOOK_URL: `${layout.urls['payment']}/webhooks/stripe` });
});

it("shows Stripe's keys to payment only, and shares one webhook secret between sandbox and payment", async () => {
  const layout = await layOut({ dir: '/state' });
  expect(Object.keys(serviceEnvironment('checkin', layout, servers)).filter((key) => key.startsWith('STRIPE'))).toEqual(
    [],
  );
  expect(serviceEnvironment('payment', layout, servers)['STRIPE_WEBHOOK_SECRET']).toBe(
    sandboxEnvironment(layout)['WEBHOOK_SECRET'],
  );
});

it('talks to the real Stripe with real keys, and has no sandbox then', async () => {
  const layout = await layOut({ dir: '/state', stripe: { secretKey: 'sk_live_1', webhookSecret: 'whsec_1' } });
  expect(layout.urls['sandbox']).toBeUndefined();
  expect(serviceEnvironment('payment', layout, servers)).toMatchObject({
    STRIPE_SECRET_KEY: 'sk_live_1',
    STRIPE_WEBHOOK_SECRET: 'whsec_1',
    STRIPE_API_BASE: '',
  });
  expect(serviceEnvironment('payment', layout, servers)).not.toHaveProperty('CLOCK_FILE');
});

it('has a mailbox where it is wanted; else nobody is asked to prove an address, or mail goes to the given server', async () => {
  const trial = await layOut({ dir: '/state', mail: 'sandbox' });
  expect(trial.urls['mailbox']).toBe(`http://127.0.0.1:${trial.ports.mailbox}`);
  expect(serviceEnvironment('membership', trial, servers)).toMatchObject({
    SMTP_URL: `smtp://127.0.0.1:${trial.ports.smtp}`,
  });
  expect(serviceEnvironment('membership', trial, servers)).not.toHaveProperty('EMAIL_PROOF');
  const silent = await layOut({ dir: '/state' });
  expect(silent.urls['mailbox']).toBeUndefined();
  expect(serviceEnvironment('membership', silent, servers)).toMatchObject({ EMAIL_PROOF: 'off' });
  const real = await layOut({ dir: '/state', mail: { smtpUrl: 'smtps://mail.example.org', from: 'Daka <a@b.c>' } });
  expect(serviceEnvironment('membership', real, servers)).toMatchObject({
    SMTP_URL: 'smtps://mail.example.org',
    MAIL_FROM: 'Daka <a@b.c>',
  });
});

it('names part and setting of a busy port, but only for what it will start', async () => {
  const port = await freePort();
  const server = (await import('node:net')).createServer().listen(port, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  await expect(layOut({ dir: '/state', ports: { kafka: port } })).rejects.toThrow(
    `Port ${port} for kafka is in use by another program. Stop it, or set KAFKA_PORT to another port.`,
  );
  await expect(layOut({ dir: '/state', ports: { kafka: port }, brokers: 'elsewhere:9092' })).resolves.toBeDefined();
  await new Promise((resolve) => server.close(resolve));
});

it('has everything sent to payment that it follows, with npm start and with compose', async () => {
  const read = (file: string) => fs.readFileSync(path.join(repositoryRoot, file), 'utf8');
  const followed = [...read('services/payment/src/adapters/stripe/webhooks.ts').matchAll(/case '([a-z_.]+)':/g)].map(
    ([, type]) => type,
  );
  expect(followed.length).toBeGreaterThan(10);
  const sent = [
    sandboxEnvironment(await layOut({ dir: '/state' }))['WEBHOOK_EVENTS'],
    /WEBHOOK_EVENTS: (.+)/.exec(read('docker-compose.yml'))?.[1],
  ];
  for (const types of sent) expect(types?.split(',').sort()).toEqual(followed.toSorted());
});
