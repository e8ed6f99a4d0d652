import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { makeComposeAccess } from './commands/compose-access';
import { openAccess } from './parts/access';
import { kafkaSettingsOf } from './parts/start-kafka';
import { TRANSACTION_LIFETIME_SECONDS } from './parts/start-mongo';
import { repositoryRoot } from './paths';
import { fixedPorts, serviceNames } from './system/options';
import { mailboxEnvironment } from './system/mail';
import { layOut, sandboxEnvironment, serviceEnvironment } from './system/layout';
import { tempDir } from './testing/temp-dir';

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
          entrypoint: z.array(z.string()).optional(),
          volumes: z.array(z.string()).optional(),
          depends_on: z
            .record(z.string(), z.object({ condition: z.enum(['service_healthy', 'service_completed_successfully']) }))
            .optional(),
          healthcheck: z
            .union([z.object({ test: z.array(z.string()) }), z.object({ disable: z.boolean() })])
            .optional(),
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

/** A secret may be given as itself or as a file. */
const secretOrFile = (settings: object) =>
  keysOf(settings)
    .map((key) => key.replace(/_FILE$/, (end) => (key === 'CLOCK_FILE' ? end : '')))
    .sort();
const scraped = () => fs.readFileSync(path.join(repositoryRoot, 'infra', 'alerts', 'scrape.yml'), 'utf8');
const dir = tempDir();
const { kafka: access } = openAccess(path.join(dir, 'access.json'));

it('has every part of the system and nothing else', () => {
  expect(Object.keys(compose.services).sort()).toEqual(
    [...serviceNames, 'access', 'prepare', 'kafka', 'mailbox', 'mongo', 'sandbox'].sort(),
  );
});

it.each(serviceNames)('gives %s the settings, port and database that npm start gives it', async (name) => {
  const mail = { smtpUrl: 'smtp://mailbox:8025', from: 'x' };
  const layout = await layOut({ dir: '/state', mail });
  const { environment = {}, command, ports, depends_on } = named(name);
  const local = settingsOf(serviceEnvironment(name, layout, { MONGO_URL: 'x', ...kafkaSettingsOf('y', access, name) }));
  expect(secretOrFile(environment)).toEqual(secretOrFile(local));
  expect(environment['KAFKA_USERNAME']).toBe(local['KAFKA_USERNAME']);
  expect(environment['KAFKA_SASL_MECHANISM']).toBe(local['KAFKA_SASL_MECHANISM']);
  expect(environment['MONGO_DB']).toBe(local['MONGO_DB']);
  expect(environment['PORT']).toBe(fixedPorts[name]);
  expect(scraped()).toContain(`targets: ['${name}:${environment['OPERATIONS_PORT']}']`);
  expect(ports).toEqual([`127.0.0.1:${fixedPorts[name]}:${fixedPorts[name]}`]);
  expect(command).toEqual([`services/${name}/dist/main.js`]);
  expect(Object.keys(depends_on ?? {})).toEqual(['prepare']);
  expect(named(name).volumes).toEqual([`access-${name}:/access:ro`]);
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
  expect(named('mongo').command?.slice(0, 4)).toEqual(['mongod', '--auth', '--keyFile', '/tmp/key']);
  expect(Object.keys(named('prepare').depends_on ?? {}).sort()).toEqual(['kafka', 'mongo']);
});

describe('what compose makes at its first start', () => {
  const folder = path.join(dir, 'compose');
  const read = (...names: string[]) => fs.readFileSync(path.join(folder, ...names), 'utf8').trim();
  const filesOf = () =>
    fs
      .readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
      .sort();
  beforeAll(() => makeComposeAccess(folder));

  it('is a folder for each, with what is its own and readable for nobody else', () => {
    const passwords = openAccess(path.join(folder, 'admin', 'access.json'));
    const all = [...Object.values(passwords.kafka), ...Object.values(passwords.mongo)];
    for (const name of serviceNames) {
      expect(read(name, 'kafka-password')).toBe(passwords.kafka[name]);
      expect(read(name, 'mongo-url')).toBe(
        `mongodb://${name}:${passwords.mongo[name]}@mongo:27017/?replicaSet=daka&authSource=daka_${name}`,
      );
      const own = fs
        .readdirSync(path.join(folder, name))
        .map((file) => read(name, file))
        .join(' ');
      expect(all.filter((password) => own.includes(password))).toHaveLength(2);
      const line = `- access-${name}:/access/${name}`;
      expect(fs.readFileSync(path.join(repositoryRoot, 'docker-compose.yml'), 'utf8')).toContain(line);
    }
    for (const file of filesOf()) expect(fs.statSync(path.join(folder, file)).mode & 0o077).toBe(0);
    expect(read('kafka', 'format').split('\n')).toContain(
      `SCRAM-SHA-256=[name=payment,password=${passwords.kafka['payment']}]`,
    );
  });

  it('is the same at a later start', () => {
    const texts = () =>
      filesOf()
        .filter((file) => file !== 'kafka/format')
        .map((file) => read(file));
    const before = texts();
    makeComposeAccess(folder);
    expect(texts()).toEqual(before);
  });
});

it('runs its image as a user without privileges, with a health check', () => {
  const lines = fs.readFileSync(path.join(repositoryRoot, 'infra', 'images', 'Dockerfile'), 'utf8').split('\n');
  expect(lines.findIndex((line) => line === 'USER node')).toBeGreaterThan(
    lines.findLastIndex((line) => line.startsWith('FROM ')),
  );
  expect(lines.some((line) => line.startsWith('HEALTHCHECK '))).toBe(true);
});
