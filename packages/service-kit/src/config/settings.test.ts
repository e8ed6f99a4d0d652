import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { commonSettings } from './common';
import { ConfigError, loadConfig, settingsTable } from './settings';

const good = {
  PORT: '8081',
  MONGO_URL: 'mongodb://127.0.0.1:27017/?replicaSet=daka',
  MONGO_DB: 'membership',
  KAFKA_BROKERS: '127.0.0.1:9092, localhost:9093',
  JWKS_URL: 'http://127.0.0.1:8081/.well-known/jwks.json',
};

it('parses what is given and falls back to defaults, also for empty variables', () => {
  expect(loadConfig(commonSettings, { ...good, LOG_LEVEL: '', UNRELATED: 'x' })).toEqual({
    HOST: '',
    PORT: 8081,
    OPERATIONS_PORT: 0,
    OPERATIONS_HOST: '',
    NODE_ENV: 'development',
    LOG_LEVEL: 'info',
    MONGO_URL: good.MONGO_URL,
    MONGO_DB: 'membership',
    KAFKA_BROKERS: ['127.0.0.1:9092', 'localhost:9093'],
    KAFKA_SASL_MECHANISM: '',
    KAFKA_USERNAME: '',
    KAFKA_PASSWORD: '',
    KAFKA_SSL: false,
    KAFKA_SSL_CA_FILE: '',
    KAFKA_SSL_CERT_FILE: '',
    KAFKA_SSL_KEY_FILE: '',
    TOPIC_PREFIX: '',
    JWKS_URL: good.JWKS_URL,
    CLOCK_FILE: '',
    INSTANCE_ID: '',
    PUBLIC_ORIGIN: 'http://localhost:8080',
  });
});

it('names every bad variable at once', () => {
  const load = () =>
    loadConfig(commonSettings, {
      ...good,
      PORT: '99999',
      MONGO_URL: '',
      LOG_LEVEL: 'loud',
      JWKS_URL: 'file:///etc/passwd',
    });
  expect(load).toThrow(ConfigError);
  expect(load).toThrow(/PORT "99999".*LOG_LEVEL "loud".*MONGO_URL is missing.*JWKS_URL/);
});

it('never shows a secret', () => {
  const settings = {
    KEY: { describe: 'a key', schema: z.string().max(3), secret: true },
    OTHER: { describe: 'other', schema: z.string().max(3), default: 'abc', secret: true },
  };
  expect(() => loadConfig(settings, { KEY: 'hunter22' })).toThrow(/KEY/);
  expect(() => loadConfig(settings, { KEY: 'hunter22' })).not.toThrow(/hunter22/);
  expect(settingsTable(settings)).not.toContain('abc');
});

describe('a secret in a file', () => {
  const settings = { KEY: { describe: 'a key', schema: z.string().max(8), default: 'known', secret: true } };
  const file = join(mkdtempSync(join(tmpdir(), 'daka-settings-')), 'key');
  beforeAll(() => writeFileSync(file, 'hunter22\n'));

  it('is read without the end of its line', () => {
    expect(loadConfig(settings, { KEY_FILE: file })).toEqual({ KEY: 'hunter22' });
    expect(loadConfig(settings, { KEY_FILE: '' })).toEqual({ KEY: 'known' });
  });

  it('is given once, and can be read', () => {
    expect(() => loadConfig(settings, { KEY: 'x', KEY_FILE: file })).toThrow('KEY and KEY_FILE are both given');
    expect(() => loadConfig(settings, { KEY_FILE: `${file}.gone` })).toThrow(/KEY_FILE: .*ENOENT.*key\.gone/);
  });

  it('stands in files for secrets only', () => {
    const plain = { NAME: { describe: 'a name', schema: z.string(), default: 'none' } };
    expect(loadConfig(plain, { NAME_FILE: file })).toEqual({ NAME: 'none' });
  });

  it('has no public default in production', () => {
    const all = { ...settings, NODE_ENV: commonSettings.NODE_ENV };
    expect(() => loadConfig(all, { NODE_ENV: 'production' })).toThrow(/KEY is missing: its default is public/);
    expect(loadConfig(all, { NODE_ENV: 'production', KEY: 'own' })).toMatchObject({ KEY: 'own' });
  });
});

it.each([
  ['production', true],
  ['development', false],
  ['test', false],
])('a virtual clock in %s is refused: %s', (NODE_ENV, refused) => {
  const PUBLIC_ORIGIN = 'https://learn.example';
  const load = () => loadConfig(commonSettings, { ...good, NODE_ENV, PUBLIC_ORIGIN, CLOCK_FILE: '/tmp/clock' });
  if (refused) expect(load).toThrow(/CLOCK_FILE/);
  else expect(load()).toMatchObject({ CLOCK_FILE: '/tmp/clock' });
});

it('is no production over plain http, and says all that is wrong in one line', () => {
  const load = (more: object) => loadConfig(commonSettings, { ...good, NODE_ENV: 'production', ...more });
  expect(() => load({ CLOCK_FILE: '/tmp/clock' })).toThrow(
    'bad settings: CLOCK_FILE is a virtual clock and refused in production; PUBLIC_ORIGIN is not https and refused in production',
  );
  expect(load({ PUBLIC_ORIGIN: 'https://learn.example' })).toMatchObject({ NODE_ENV: 'production' });
});

describe('servers on other hosts', () => {
  const load = (more: object) =>
    loadConfig(commonSettings, { ...good, NODE_ENV: 'production', PUBLIC_ORIGIN: 'https://learn.example', ...more });

  it.each([
    [
      'a broker',
      { KAFKA_BROKERS: '127.0.0.1:9092,kafka.example:9092' },
      'KAFKA_BROKERS names another host without KAFKA_SSL',
    ],
    [
      'a MongoDB',
      { MONGO_URL: 'mongodb://payment:hunter2@db.example/' },
      'MONGO_URL names another host without tls=true',
    ],
    [
      'one of several',
      { MONGO_URL: 'mongodb://127.0.0.1,10.0.0.7:27017/?replicaSet=x' },
      'MONGO_URL names another host without tls=true',
    ],
    [
      'one without TLS on purpose',
      { MONGO_URL: 'mongodb+srv://db.example/?tls=false' },
      'MONGO_URL names another host without tls=true',
    ],
    [
      'one that anybody could be',
      { MONGO_URL: 'mongodb://db.example/?tls=true&tlsAllowInvalidCertificates=true' },
      'MONGO_URL names another host without tls=true',
    ],
    [
      'a name that begins like ours',
      { KAFKA_BROKERS: '127.0.0.1.example:9092' },
      'KAFKA_BROKERS names another host without KAFKA_SSL',
    ],
  ])('are refused in production without TLS: %s', (_what, more, told) => {
    expect(() => load(more)).toThrow(`bad settings: ${told} and refused in production`);
    expect(() => load(more)).not.toThrow(/hunter2/);
    expect(loadConfig(commonSettings, { ...good, ...more })).toBeTruthy();
  });

  it.each([
    { KAFKA_BROKERS: 'kafka.example:9092', KAFKA_SSL: 'true' },
    { KAFKA_BROKERS: '[::1]:9092' },
    { MONGO_URL: 'mongodb://db.example/?replicaSet=x&TLS=true' },
    { MONGO_URL: 'mongodb+srv://db.example/' },
    { MONGO_URL: 'mongodb://u:p%40x@127.0.0.1:27017,localhost/?authSource=a' },
  ])('are taken with it, and so are those on this machine: %p', (more) => {
    expect(load(more)).toBeTruthy();
  });
});

it.each(['', ',', ' , '])('needs a Kafka broker in %j', (KAFKA_BROKERS) => {
  expect(() => loadConfig(commonSettings, { ...good, KAFKA_BROKERS })).toThrow(/KAFKA_BROKERS/);
});

it('prints one row per setting', () => {
  expect(settingsTable(commonSettings).split('\n')).toHaveLength(2 + Object.keys(commonSettings).length);
  expect(settingsTable(commonSettings)).toContain('| `MONGO_DB` | database of this service | required |');
  expect(settingsTable(commonSettings)).toContain('| `LOG_LEVEL` | least level that is logged | `info` |');
});
