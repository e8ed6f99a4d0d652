import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { kafkaSettings, loadConfig } from '../config';
import { kafkaAccess } from './access';

const file = join(mkdtempSync(join(tmpdir(), 'daka-access-')), 'some.pem');
beforeAll(() => writeFileSync(file, 'a certificate'));

const access = (env: Record<string, string>) =>
  kafkaAccess(loadConfig(kafkaSettings, { KAFKA_BROKERS: '127.0.0.1:9092', ...env }));

it('signs in by password, by certificate, by both or not at all', () => {
  const password = { KAFKA_SASL_MECHANISM: 'SCRAM-SHA-256', KAFKA_USERNAME: 'payment', KAFKA_PASSWORD: 'secret' };
  const sasl = { mechanism: 'scram-sha-256', username: 'payment', password: 'secret' };
  const certificate = { KAFKA_SSL: 'true', KAFKA_SSL_CERT_FILE: file, KAFKA_SSL_KEY_FILE: file };
  const pem = 'a certificate';
  expect(access({})).toEqual({});
  expect(access(password)).toEqual({ sasl });
  expect(access({ KAFKA_SSL: 'true' })).toEqual({ ssl: {} });
  expect(access({ KAFKA_SSL: 'true', KAFKA_SSL_CA_FILE: file })).toEqual({ ssl: { ca: [pem] } });
  expect(access({ ...password, ...certificate })).toEqual({ sasl, ssl: { cert: pem, key: pem } });
});

it.each([
  [{ KAFKA_USERNAME: 'payment', KAFKA_PASSWORD: 'hunter2' }, /no use without KAFKA_SASL_MECHANISM/],
  [{ KAFKA_SASL_MECHANISM: 'plain', KAFKA_PASSWORD: 'hunter2' }, /needs KAFKA_USERNAME and KAFKA_PASSWORD/],
  [{ KAFKA_SSL_CA_FILE: file }, /no use without KAFKA_SSL=true/],
  [{ KAFKA_SSL: 'true', KAFKA_SSL_CERT_FILE: file }, /go together/],
  [{ KAFKA_SSL: 'true', KAFKA_SSL_CA_FILE: '/no/such/file' }, /KAFKA_SSL_CA_FILE: .*ENOENT/],
])('does not guess what half a setting means: %p', (env, told) => {
  expect(() => access(env)).toThrow(told);
  expect(() => access(env)).not.toThrow(/hunter2/);
});
