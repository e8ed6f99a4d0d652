import fs from 'node:fs';
import path from 'node:path';
import { createClient, type Account } from '@daka/replay';
import { membershipHttp } from '@daka/contracts';
import { dakaDir, freePort, startSystem, type ServiceName, type System, type SystemOptions } from '@daka/local';
import { LINKS, type Link } from '../plan/acts';
import { startProxy, type Proxy } from '../proxy/proxy';
import { startListener, type Listener } from './listener';
import { startReader, type Reader } from './reader';
import { createProcessor, type Processor } from './processor';

/** Everything that runs: Daka behind our proxies, and our own ways past them. */
export interface World {
  system: System;
  proxies: Readonly<Record<Link, Proxy>>;
  /** The public origin as the people's browsers reach it. */
  origin: string;
  reader: Reader;
  listener: Listener;
  processor: Processor;
  stop(options: { keep: boolean }): Promise<void>;
}

const STRIPE = { secretKey: 'sk_test_daka_chaos', webhookSecret: 'whsec_daka_chaos' };
/** Somebody whom the platform names. */
export const ARBITER: Account = {
  email: 'arbiter@chaos.example',
  password: 'a password for the storm',
  displayName: 'Arbiter',
  timeZone: 'Asia/Shanghai',
};
const STORES = ['membership', 'payment', 'checkin', 'homework'] as const;
/** What dies is to come back, however often a schedule asks for it. */
const MAX_RESTARTS = 1_000;

/** Starts a system of its own, with a proxy on every connection that can go wrong. */
export async function startWorld({ log, signal }: { log(line: string): void; signal?: AbortSignal }): Promise<World> {
  const dir = path.join(dakaDir, 'chaos', `${Date.now().toString(36)}${process.pid.toString(36)}`);
  const ports = await choosePorts();
  const proxies = await startProxies(ports);
  const stops: (() => Promise<unknown>)[] = [() => Promise.all(Object.values(proxies).map((proxy) => proxy.stop()))];
  const stopAll = async () => {
    for (const stop of stops.toReversed()) await stop();
  };
  try {
    const setting = { dir, ports, proxies, log, signal };
    const arbiters = await nameArbiter(setting);
    const system = await startSystem({ ...systemOptions(setting), arbiters });
    stops.push(system.stop);
    const reader = await startReader(system);
    stops.push(reader.stop);
    const listener = await startListener({ port: ports.kafka, system });
    stops.push(listener.stop);
    const processor = createProcessor({
      url: system.urls['sandbox'] ?? '',
      webhookUrl: `${system.urls['payment']}/webhooks/stripe`,
      ...STRIPE,
    });
    return {
      system,
      proxies,
      origin: originOf(proxies.front.port),
      reader,
      listener,
      processor,
      async stop({ keep }) {
        await stopAll();
        if (!keep) fs.rmSync(dir, { recursive: true, force: true });
      },
    };
  } catch (error) {
    await stopAll();
    throw error;
  }
}

/** As a platform does it: somebody signs up, and the services are started with the id of the account. */
async function nameArbiter(setting: Setting): Promise<string> {
  const system = await startSystem({ ...systemOptions(setting), services: ['membership'], mongoVia: {} });
  const client = createClient({ origin: system.urls['membership'] ?? '', signal: setting.signal });
  try {
    system.setClock('2026-02-01T00:00:00Z');
    await client.send({ method: 'POST', path: '/accounts', body: ARBITER });
    const { email, password } = ARBITER;
    const answer = await client.send({ method: 'POST', path: '/sessions', body: { email, password } });
    return membershipHttp.SignedInBody.parse(answer.body).account.id;
  } finally {
    client.close();
    await system.stop();
  }
}

interface Setting {
  dir: string;
  ports: Awaited<ReturnType<typeof choosePorts>>;
  proxies: Record<Link, Proxy>;
  log(line: string): void;
  signal?: AbortSignal;
}

function systemOptions({ dir, ports, proxies, log, signal }: Setting): SystemOptions {
  return {
    dir,
    ports,
    virtualClock: true,
    kafkaAdvertisedPort: proxies.kafka.port,
    maxRestarts: MAX_RESTARTS,
    log,
    signal,
    publicOrigin: originOf(proxies.front.port),
    sandboxEnv: {
      STRIPE_SECRET_KEY: STRIPE.secretKey,
      WEBHOOK_SECRET: STRIPE.webhookSecret,
      WEBHOOK_URL: `${originOf(proxies.webhooks.port)}/webhooks/stripe`,
    },
    mongoVia: Object.fromEntries(STORES.map((name) => [name, proxies[`mongo-${name}`].port])),
    serviceEnv: serviceSettings(proxies),
  };
}

async function choosePorts() {
  const [web, payment, sandbox, mongo, kafka] = await Promise.all([
    freePort(),
    freePort(),
    freePort(),
    freePort(),
    freePort(),
  ]);
  return { web, payment, sandbox, mongo, kafka };
}

async function startProxies(ports: Awaited<ReturnType<typeof choosePorts>>): Promise<Record<Link, Proxy>> {
  const started = await Promise.all(
    LINKS.map(
      async (link) => [link, await startProxy({ port: await freePort(), targetPort: targetOf(link, ports) })] as const,
    ),
  );
  return Object.fromEntries(started) as Record<Link, Proxy>;
}

function targetOf(link: Link, ports: Awaited<ReturnType<typeof choosePorts>>): number {
  switch (link) {
    case 'front':
      return ports.web;
    case 'stripe':
      return ports.sandbox;
    case 'webhooks':
      return ports.payment;
    case 'kafka':
      return ports.kafka;
    case 'mongo-membership':
    case 'mongo-payment':
    case 'mongo-checkin':
    case 'mongo-homework':
      return ports.mongo;
    default:
      return link satisfies never;
  }
}

/** Waits are short, so that a schedule is. */
function serviceSettings(proxies: Record<Link, Proxy>): Partial<Record<ServiceName, Record<string, string>>> {
  return {
    membership: { ARGON2_MEMORY_KIB: '64', ARGON2_ITERATIONS: '1', TEND_SEATS_MS: '200' },
    payment: {
      STRIPE_SECRET_KEY: STRIPE.secretKey,
      STRIPE_WEBHOOK_SECRET: STRIPE.webhookSecret,
      STRIPE_API_BASE: originOf(proxies.stripe.port),
      STRIPE_TIMEOUT_MS: '2000',
      CHECKOUT_POLL_FIRST_MS: '300',
      CHECKOUT_POLL_MAX_MS: '1000',
      REFUND_RETRY_FIRST_MS: '100',
      REFUND_RETRY_MAX_MS: '1500',
      WORK_POLL_MS: '200',
      DISPUTE_POLL_MS: '2000',
    },
  };
}

function originOf(port: number): string {
  return `http://127.0.0.1:${port}`;
}
