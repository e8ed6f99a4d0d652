import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { TRANSACTION_LIFETIME_SECONDS } from './parts/start-mongo';
import { repositoryRoot } from './paths';
import { fixedPorts, serviceNames } from './system/options';
import { mailboxEnvironment } from './system/mail';
import { layOut, sandboxEnvironment, serviceEnvironment } from './system/layout';

const Compose = z
  .object({
    services: z.record(
      z.string(),
      z
        .object({
          image: z.string(),
          command: z.array(z.string()).optional(),
          environment: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
          ports: z.array(z.string()).optional(),
          depends_on: z.record(z.string(), z.object({ condition: z.literal('service_healthy') })).optional(),
          healthcheck: z.object({ test: z.array(z.string()) }).optional(),
        })
        .loose(),
    ),
  })
  .loose();

const compose = Compose.parse(
  parse(fs.readFileSync(path.join(repositoryRoot, 'docker-compose.yml'), 'utf8'), { merge: true }),
);
const named = (name: string) => {
  const service = compose.services[name];
  if (!service) throw new Error(`docker-compose.yml names no ${name}`);
  return service;
};
/** What comes from the machine is not the compose file's business. */
const settingsOf = (env: Record<string, string>) => {
  const machine = ['PATH', 'HOME', 'TMPDIR', 'LANG', 'LC_ALL', 'TZ', 'LOG_LEVEL', 'NODE_ENV'];
  return Object.fromEntries(Object.entries(env).filter(([key]) => !machine.includes(key)));
};
const keysOf = (settings: object) =>
  Object.keys(settings)
    .filter((key) => key !== 'NODE_ENV')
    .sort();

it('has every part of the system and nothing else', () => {
  expect(Object.keys(compose.services).sort()).toEqual(
    [...serviceNames, 'kafka', 'mailbox', 'mongo', 'sandbox'].sort(),
  );
});

it.each(serviceNames)('gives %s the settings, port and database that npm start gives it', async (name) => {
  const mail = { smtpUrl: 'smtp://mailbox:8025', from: 'x' };
  const layout = await layOut({ dir: '/state', mail });
  const { environment = {}, command, ports, depends_on } = named(name);
  const local = settingsOf(serviceEnvironment(name, layout, { MONGO_URL: 'x', KAFKA_BROKERS: 'y' }));
  // A secret may be given as itself or as a file.
  expect(keysOf(environment)).toEqual(
    keysOf(local).map((key) => key.replace(/_FILE$/, (end) => (key === 'CLOCK_FILE' ? end : ''))),
  );
  expect(environment['MONGO_DB']).toBe(local['MONGO_DB']);
  expect(environment['PORT']).toBe(fixedPorts[name]);
  expect(ports).toEqual([`127.0.0.1:${fixedPorts[name]}:${fixedPorts[name]}`]);
  expect(command).toEqual([`services/${name}/dist/main.js`]);
  expect(Object.keys(depends_on ?? {}).sort()).toEqual(['kafka', 'mongo']);
});

it('gives the sandbox the settings that npm start gives it', async () => {
  const { environment = {} } = named('sandbox');
  expect(keysOf(environment)).toEqual(keysOf(settingsOf(sandboxEnvironment(await layOut({ dir: '/state' })))));
  expect(environment['WEBHOOK_SECRET']).toBe(named('payment').environment?.['STRIPE_WEBHOOK_SECRET']);
});

it('gives the mailbox the settings that npm start gives it', async () => {
  const { environment = {}, command } = named('mailbox');
  const { ports } = await layOut({ dir: '/state', ports: 'free' });
  expect(keysOf(environment)).toEqual(keysOf(mailboxEnvironment(ports)));
  expect(environment).toMatchObject({ PORT: fixedPorts.mailbox, SMTP_PORT: fixedPorts.smtp });
  expect(command).toEqual(['infra/mail-sandbox/dist/main.js']);
  expect(named('membership').environment?.['SMTP_URL']).toContain(`smtp://mailbox:${fixedPorts.smtp}`);
});

it('runs the Kafka that npm start fetches, and a MongoDB that becomes a replica set', () => {
  const pom = fs.readFileSync(path.join(repositoryRoot, 'infra', 'local', 'kafka-pom.xml'), 'utf8');
  const version = /<artifactId>kafka_2\.13<\/artifactId>\s*<version>([^<]+)</.exec(pom)?.[1];
  expect(named('kafka').image).toBe(`apache/kafka:${version}`);
  expect(named('mongo').command).toContain('--replSet');
  expect(named('mongo').command).toContain(`transactionLifetimeLimitSeconds=${TRANSACTION_LIFETIME_SECONDS}`);
  expect(named('mongo').healthcheck?.test.join(' ')).toContain('rs.initiate');
});

it('runs its image as a user without privileges, with a health check', () => {
  const lines = fs.readFileSync(path.join(repositoryRoot, 'infra', 'images', 'Dockerfile'), 'utf8').split('\n');
  expect(lines.findIndex((line) => line === 'USER node')).toBeGreaterThan(
    lines.findLastIndex((line) => line.startsWith('FROM ')),
  );
  expect(lines.some((line) => line.startsWith('HEALTHCHECK '))).toBe(true);
});
