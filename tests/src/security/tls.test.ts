import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort, kafkaSettingsOf, mongoUrlAs, openAccess, planKafka, planMongo, testStateDir } from '@daka/local';
import {
  commonSettings,
  connectKafka,
  connectMongo,
  createLogger,
  kafkaSettings,
  loadConfig,
  prepareKafka,
} from '@daka/service-kit';
import { eventually } from '@daka/service-kit/testing';

jest.setTimeout(240_000);

const dir = testStateDir('tls');
const access = openAccess(join(dir, 'access.json'));
const logger = createLogger({ service: 'tls-test', level: 'silent' });
const ending: (() => Promise<unknown>)[] = [];
afterAll(async () => {
  for (const end of ending.toReversed()) await end();
  rmSync(dir, { recursive: true, force: true });
});

const file = (name: string) => join(dir, name);
const openssl = (...args: string[]) => execFileSync('openssl', args, { cwd: dir, stdio: 'pipe' });
const EC = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'];

/** An authority, or what one has signed: `<name>.pem`, `<name>.key` and both in `<name>.both.pem`. */
function certificate(name: string, subject: string, by?: string): void {
  const signed = by === undefined ? [] : ['-CA', `${by}.pem`, '-CAkey', `${by}.key`];
  const kind = by === undefined ? 'critical,CA:TRUE' : 'critical,CA:FALSE';
  const more = ['-addext', `basicConstraints=${kind}`, '-addext', 'subjectAltName=IP:127.0.0.1'];
  openssl('req', '-x509', ...EC, '-keyout', `${name}.key`, '-out', `${name}.pem`, '-subj', subject, ...signed, ...more);
  writeFileSync(
    file(`${name}.both.pem`),
    readFileSync(file(`${name}.key`), 'utf8') + readFileSync(file(`${name}.pem`), 'utf8'),
  );
}

beforeAll(() => {
  certificate('ours', '/CN=Our authority');
  certificate('strange', '/CN=Another authority');
  certificate('server', '/O=Daka servers/CN=server', 'ours');
  certificate('payment', '/O=Daka services/CN=payment', 'ours');
  certificate('homework', '/O=Daka services/CN=homework', 'ours');
  certificate('impostor', '/O=Daka services/CN=payment', 'strange');
});

describe('Kafka by TLS (ASVS 12.3.1)', () => {
  let byPassword: string;
  let byCertificate: string;

  beforeAll(async () => {
    const [port, other] = [await freePort(), await freePort()];
    byPassword = `127.0.0.1:${port}`;
    byCertificate = `127.0.0.1:${other}`;
    const controller = await freePort();
    const { program } = await planKafka({
      dataDir: file('kafka'),
      port,
      passwords: access.kafka,
      settings: {
        'controller.quorum.voters': `1@127.0.0.1:${controller}`,
        listeners: `CLIENTS://${byPassword},CERTIFIED://${byCertificate},CONTROLLER://127.0.0.1:${controller}`,
        'advertised.listeners': `CLIENTS://${byPassword},CERTIFIED://${byCertificate}`,
        'listener.security.protocol.map': 'CLIENTS:SASL_SSL,CERTIFIED:SSL,CONTROLLER:SASL_PLAINTEXT',
        'ssl.keystore.type': 'PEM',
        'ssl.keystore.location': file('server.both.pem'),
        'ssl.truststore.type': 'PEM',
        'ssl.truststore.location': file('ours.pem'),
        'listener.name.certified.ssl.client.auth': 'required',
        'listener.name.certified.ssl.principal.mapping.rules': 'RULE:^CN=([^,]+),.*$/$1/',
      },
    });
    const child = await program.spawn();
    ending.push(() => child.stop(15_000));
    const admin = client({ ...kafkaSettingsOf(byPassword, access.kafka, 'admin'), ...trusting('ours') });
    await eventually(
      () =>
        prepareKafka(admin, '').then(
          () => true,
          () => false,
        ),
      { timeoutMs: 90_000 },
    );
  });

  const trusting = (authority: string) => ({ KAFKA_SSL: 'true', KAFKA_SSL_CA_FILE: file(`${authority}.pem`) });
  const showing = (name: string) => ({
    KAFKA_SSL_CERT_FILE: file(`${name}.pem`),
    KAFKA_SSL_KEY_FILE: file(`${name}.key`),
  });
  const client = (settings: Record<string, string>) =>
    connectKafka({ config: loadConfig(kafkaSettings, settings), clientId: 'tls-test', logger });
  const payment = () => kafkaSettingsOf(byPassword, access.kafka, 'payment');

  /** Payment may write its own topic, and no other; else why it may not even come in. */
  async function sent(settings: Record<string, string>): Promise<string> {
    const { kafka } = client(settings);
    const producer = kafka.producer({ allowAutoTopicCreation: false, retry: { retries: 0 } });
    const send = (topic: string) => producer.send({ topic, acks: -1, messages: [{ key: 'k', value: 'v' }] });
    try {
      await producer.connect();
      await send('payment.enrolment');
      return await send('homework.enrolment').then(
        () => 'more than its own',
        () => 'its own',
      );
    } catch (error) {
      return String(error);
    } finally {
      await producer.disconnect();
    }
  }

  it('is taken with a password over a connection whose other end is known', async () => {
    expect(await sent({ ...payment(), ...trusting('ours') })).toBe('its own');
  });

  it('is not taken for a broker whose certificate somebody else signed, nor in clear', async () => {
    expect(await sent({ ...payment(), ...trusting('strange') })).toMatch(/unable to verify|self-signed|certificate/);
    expect(await sent({ ...payment(), KAFKA_SSL: 'true' })).toMatch(/unable to verify|certificate/);
    expect(await sent(payment())).toMatch(/[Cc]losed connection|ECONNRESET|timeout/);
  });

  it('takes a certificate for a name and no password (mTLS), if the right authority signed it', async () => {
    const certified = { KAFKA_BROKERS: byCertificate, ...trusting('ours') };
    expect(await sent({ ...certified, ...showing('payment') })).toBe('its own');
    expect(await sent({ ...certified, ...showing('impostor') })).toMatch(/[Cc]losed connection|alert|ECONNRESET|EPIPE/);
    expect(await sent(certified)).toMatch(/[Cc]losed connection|alert|ECONNRESET|EPIPE/);
  });
});

describe('MongoDB by TLS (ASVS 12.3.1)', () => {
  let url: string;

  beforeAll(async () => {
    const { program, port } = await planMongo({
      dataDir: file('mongo'),
      args: [
        '--auth',
        '--keyFile',
        keyFile(),
        '--tlsMode',
        'requireTLS',
        '--tlsCertificateKeyFile',
        file('server.both.pem'),
        '--tlsCAFile',
        file('ours.pem'),
        '--tlsAllowConnectionsWithoutCertificates',
      ],
    });
    const child = await program.spawn();
    ending.push(() => child.stop(15_000));
    url = `mongodb://127.0.0.1:${port}/?directConnection=true`;
    await eventually(() => makeAdmin(`${url}${by('ours')}`, `127.0.0.1:${port}`), { timeoutMs: 60_000 });
    const admin = await connect(asAdmin(`${url}${by('ours')}`), 'admin');
    await admin.connection
      .getClient()
      .db('tls')
      .command({ createUser: 'payment', pwd: 'a password', roles: ['readWrite'] });
    await admin.connection
      .getClient()
      .db('$external')
      .command({ createUser: 'CN=payment,O=Daka services', roles: [{ role: 'readWrite', db: 'tls' }] });
    await admin.stop();
  });

  const by = (authority: string) => `&tls=true&tlsCAFile=${encodeURIComponent(file(`${authority}.pem`))}`;
  const asAdmin = (plain: string) => mongoUrlAs(plain, 'admin', access.mongo['admin'] ?? '', 'admin');
  const connect = (given: string, db: string) => {
    const { MONGO_URL } = loadConfig({ MONGO_URL: commonSettings.MONGO_URL }, { MONGO_URL: given });
    return connectMongo({ url: MONGO_URL, db, logger, timeoutMs: 3_000 });
  };

  function keyFile(): string {
    writeFileSync(file('replica.key'), randomUUID().replaceAll('-', ''), { mode: 0o600 });
    return file('replica.key');
  }

  async function makeAdmin(as: string, host: string): Promise<boolean> {
    try {
      const { connection, stop } = await connect(as, 'admin');
      try {
        const admin = connection.getClient().db('admin');
        const hello = await admin.command({ hello: 1 });
        if (hello['setName'] === undefined)
          await admin.command({ replSetInitiate: { _id: 'daka', members: [{ _id: 0, host }] } });
        if (!hello['isWritablePrimary']) return false;
        await admin.command({ createUser: 'admin', pwd: access.mongo['admin'], roles: ['root'] });
        return true;
      } finally {
        await stop();
      }
    } catch {
      return false;
    }
  }

  async function written(given: string): Promise<string> {
    try {
      const { connection, stop } = await connect(given, 'tls');
      try {
        await connection.collection('some').insertOne({});
        return 'written';
      } finally {
        await stop();
      }
    } catch (error) {
      return String(error);
    }
  }

  it('is taken with a password over a connection whose other end is known, and not otherwise', async () => {
    const payment = mongoUrlAs(`${url}${by('ours')}`, 'payment', 'a password', 'tls');
    expect(await written(payment)).toBe('written');
    expect(await written(payment.replace('ours.pem', 'strange.pem'))).toMatch(/certificate|verify/);
    expect(await written(payment.replace('tls=true', 'tls=false').replace(/&tlsCAFile=[^&]*/, ''))).toMatch(
      /closed|ECONNRESET/,
    );
    expect(await written(`${url}${by('ours')}`)).toMatch(/requires authentication/);
  });

  it('takes a certificate for a name and no password (mTLS), if the right authority signed it', async () => {
    const certified = (name: string) =>
      `${url}${by('ours')}&authMechanism=MONGODB-X509&authSource=%24external&tlsCertificateKeyFile=${encodeURIComponent(file(`${name}.both.pem`))}`;
    expect(await written(certified('payment'))).toBe('written');
    expect(await written(certified('impostor'))).toMatch(/closed|alert|ECONNRESET|EPIPE/);
    expect(await written(certified('homework'))).toMatch(/Authentication failed|Could not find user/);
  });
});
