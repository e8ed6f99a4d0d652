import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { parties, rightsOf, type Topic } from '@daka/contracts';
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import { createTokenVerifier, type HeldRole, type TokenVerifier, type User } from '../auth';
import { createClock, type Clock } from '../clock';
import type { CommonConfig } from '../config';
import {
  createHttpApp,
  createIdempotencyStore,
  openApiDocument,
  startHttpServer,
  startOperations,
  type RouteDefinition,
} from '../http';
import { connectMongo, type AggregateStore, type MongoConnection } from '../documents';
import { dispatch, startConsumer, topicsOf, type Consumer, type Follows } from '../inbox';
import { connectKafka, ensureTopics, type KafkaConnection } from '../kafka';
import { createLogger, type Logger } from '../logging';
import { addGauges } from '../metrics';
import { startRelay, type Relay } from '../outbox';
import { createLeases, startPeriodic, type Periodic } from '../timers';

/** What adapters need before there are ports. */
export interface ServiceBase {
  name: string;
  config: CommonConfig;
  logger: Logger;
  clock: Clock;
  metrics: Registry;
  mongo: MongoConnection;
  kafka: KafkaConnection;
  verifyToken: TokenVerifier;
}

/** Work that is done again and again; by one instance of the service at a time, or each slot of it by one. */
export interface PeriodicWiring {
  name: string;
  everyMs: number;
  /** Into how many parts instances may divide the work. Default 1. */
  slots?: number;
  /** Works on the slots given: those that are ours, or all of them when it was nudged. */
  run(signal: AbortSignal, slots: readonly number[]): Promise<void>;
}

/** What a service is made of; `Ports` is what its routes need: ports and use cases. */
export interface ServiceWiring<Ports> {
  version?: string;
  routes: readonly RouteDefinition<Ports>[];
  ports: Ports;
  rolesOf(user: User, params: Record<string, string>): Promise<readonly HeldRole[]>;
  /** Whose events are relayed to Kafka. */
  stores: readonly Pick<AggregateStore<never, never>, 'outbox' | 'publishes'>[];
  follows: Follows;
  periodics?: readonly PeriodicWiring[];
  /** How many things the service still means to do by itself; 0 is quiet. */
  workPending?(): Promise<number>;
}

export interface RunningService {
  port: number;
  url: string;
  /** Where it tells operators how it fares. */
  operationsUrl: string;
  /** By name, for whoever must not wait for the interval. */
  periodics: ReadonlyMap<string, Periodic>;
  stop(): Promise<void>;
}

/** Connects a service to its database and to Kafka. */
export async function startBase({
  name,
  config,
  verifyToken,
}: {
  name: string;
  config: CommonConfig;
  verifyToken?: TokenVerifier;
}): Promise<ServiceBase> {
  const logger = createLogger({ service: name, level: config.LOG_LEVEL });
  const metrics = new Registry();
  collectDefaultMetrics({ register: metrics });
  const mongo = await connectMongo({ url: config.MONGO_URL, db: config.MONGO_DB, logger });
  const kafka = connectKafka({ config, clientId: config.INSTANCE_ID ? `${name}-${config.INSTANCE_ID}` : name, logger });
  return {
    name,
    config,
    logger,
    metrics,
    mongo,
    kafka,
    clock: createClock(config),
    verifyToken: verifyToken ?? createTokenVerifier({ jwksUrl: config.JWKS_URL }),
  };
}

/** Starts what a service is made of, from topics to HTTP; stops in the reverse order. */
export async function startService<Ports>(base: ServiceBase, wiring: ServiceWiring<Ports>): Promise<RunningService> {
  const { name, config, kafka, mongo, logger, metrics } = base;
  const prefix = config.TOPIC_PREFIX;
  const published = wiring.stores.flatMap(({ publishes }) => publishes);
  requireRights(name, published, topicsOf(wiring.follows));
  await ensureTopics(kafka, prefix, [...new Set([...published, ...topicsOf(wiring.follows)])]);
  const relay = startRelay({ kafka, prefix, stores: wiring.stores, logger, metrics });
  const consumer = await startFollowing(base, wiring.follows);
  const leases = createLeases({ connection: mongo.connection, owner: ownerOf(config) });
  const periodics = new Map(
    (wiring.periodics ?? []).map(({ slots = 1, ...periodic }) => [
      periodic.name,
      startPeriodic({ ...periodic, logger, lease: leases.of(periodic.name, slots) }),
    ]),
  );
  const reports = createReports(base, wiring, relay, consumer);
  const app = createHttpApp({
    service: name,
    routes: wiring.routes,
    ports: wiring.ports,
    verifyToken: base.verifyToken,
    rolesOf: wiring.rolesOf,
    logger,
    metrics,
    openApi: openApiDocument({ service: name, version: wiring.version ?? '0.1.0', routes: wiring.routes }),
    idempotency: await createIdempotencyStore(mongo),
    checkAnswers: config.NODE_ENV === 'test',
  });
  const server = await startHttpServer(app, config.PORT, hostOf(config));
  // After the other: who is told that it is ready may call at once.
  const operations = await startOperations({ metrics, ...reports }, config.OPERATIONS_PORT, operationsHostOf(config));
  logger.info({ port: server.port, operationsPort: operations.port }, 'ready');

  return {
    port: server.port,
    url: `http://127.0.0.1:${server.port}`,
    operationsUrl: `http://127.0.0.1:${operations.port}`,
    periodics,
    async stop() {
      await Promise.all([server.stop(), operations.stop()]);
      await Promise.all([...periodics.values()].map((periodic) => periodic.stop()));
      await leases.stop();
      await consumer.stop();
      await relay.stop();
      await mongo.stop();
    },
  };
}

/** @throws where a service does not do just what the table of rights says: the broker would refuse it, or lets it do more than it needs. */
function requireRights(name: string, published: readonly Topic[], followed: readonly Topic[]): void {
  if (!parties.some((party) => party === name)) return;
  const { writes, follows } = rightsOf(name);
  const differ = (some: readonly Topic[], others: readonly Topic[]) => some.filter((topic) => !others.includes(topic));
  const wrong = [
    ...differ(published, writes),
    ...differ(writes, published),
    ...differ(followed, follows),
    ...differ(follows, followed),
  ];
  if (wrong.length > 0) throw new Error(`${name} and topicRights of the contracts differ about ${wrong.join(', ')}`);
}

function startFollowing(base: ServiceBase, follows: Follows): Promise<Consumer> {
  const { name, config, kafka, mongo, logger, metrics } = base;
  return startConsumer({
    kafka,
    mongo,
    prefix: config.TOPIC_PREFIX,
    // Members of one group must follow the same topics.
    groupId: config.TOPIC_PREFIX + name,
    topics: topicsOf(follows),
    handle: dispatch(follows),
    logger,
    metrics,
    onFatal(error) {
      logger.fatal({ err: error }, 'the consumer cannot go on; the process ends and is to be started again');
      process.exit(1);
    },
  });
}

function createReports(
  { mongo, metrics }: ServiceBase,
  wiring: Pick<ServiceWiring<never>, 'workPending'>,
  relay: Relay,
  consumer: Consumer,
) {
  const status = async () => {
    const consumerLag = await consumer.lag();
    const { gap, poison, newer } = await consumer.parked();
    // In the order in which one becomes the other: what moves on while we look is seen in the next place.
    const workPending = (await wiring.workPending?.()) ?? 0;
    const outboxPending = await relay.pending();
    return { outboxPending, consumerLag, parked: gap + poison + newer, parkedNewer: newer, workPending };
  };
  addGauges(metrics, [
    {
      name: 'daka_parked_messages',
      help: 'Messages set aside, by what they wait for: an earlier message, somebody, an upgrade',
      labelNames: ['reason'],
      read: async () =>
        Object.entries(await consumer.parked()).map(([reason, value]) => ({ value, labels: { reason } })),
    },
  ]);
  metrics.registerMetric(
    new Gauge({
      name: 'daka_outbox_pending',
      help: 'Documents with events that are not yet on Kafka',
      registers: [],
      async collect() {
        this.set(await relay.pending());
      },
    }),
  );
  const ready = async () => {
    const database = await mongo.connection.db
      ?.admin()
      .ping()
      .then(
        () => true,
        () => false,
      );
    return { ready: database === true, parts: { mongo: database === true } };
  };
  return { status, ready };
}

/**
 * No two instances share a host and a port, and one that is started again has the same: it finds the leases it had.
 * On a port that the system chooses it is a new one each time.
 */
function ownerOf({ PORT }: Pick<CommonConfig, 'PORT'>): string {
  return PORT === 0 ? randomUUID() : `${hostname()}:${PORT}`;
}

/** A container is reached from outside of it; a process on somebody's machine is not, unless that is asked for. */
export function hostOf({ HOST, NODE_ENV }: Pick<CommonConfig, 'HOST' | 'NODE_ENV'>): string {
  return HOST || (NODE_ENV === 'production' ? '0.0.0.0' : '127.0.0.1');
}

/** A machine with an address on the internet can keep its operators' port to itself. */
export function operationsHostOf(config: Pick<CommonConfig, 'HOST' | 'NODE_ENV' | 'OPERATIONS_HOST'>): string {
  return config.OPERATIONS_HOST || hostOf(config);
}
