import type { Received, Role, Topic } from '@daka/contracts';
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import { createTokenVerifier, type TokenVerifier, type User } from '../auth';
import { createClock, type Clock } from '../clock';
import type { CommonConfig } from '../config';
import { createHttpApp, createIdempotencyStore, openApiDocument, startHttpServer, type RouteDefinition } from '../http';
import { connectKafka, ensureTopics, startConsumer, startRelay, type Consumer, type Handled, type KafkaConnection, type Relay } from '../kafka';
import { createLogger, type Logger } from '../logging';
import { connectMongo, type AggregateStore, type MongoConnection } from '../mongo';
import { startPeriodic, type Periodic } from '../timers';

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

export interface ConsumerWiring {
  topics: readonly Topic[];
  handle(received: Received): Promise<Handled>;
}

export interface PeriodicWiring {
  name: string;
  everyMs: number;
  run(signal: AbortSignal): Promise<void>;
}

export interface ServiceWiring {
  version?: string;
  routes: readonly RouteDefinition[];
  ports: unknown;
  rolesOf(user: User, params: Record<string, string>): Promise<readonly Role[]>;
  /** Whose events are relayed to Kafka. */
  stores: readonly Pick<AggregateStore<never, never>, 'outbox'>[];
  /** The topics that the stores publish on. */
  publishes: readonly Topic[];
  consumers: readonly ConsumerWiring[];
  periodics?: readonly PeriodicWiring[];
  /** How many things the service still means to do by itself; 0 is quiet. */
  workPending?(): Promise<number>;
}

export interface RunningService {
  port: number;
  url: string;
  /** By name, for whoever must not wait for the interval. */
  periodics: ReadonlyMap<string, Periodic>;
  stop(): Promise<void>;
}

/** Connects a service to its database and to Kafka. */
export async function startBase({ name, config, verifyToken }: { name: string; config: CommonConfig; verifyToken?: TokenVerifier }): Promise<ServiceBase> {
  const logger = createLogger({ service: name, level: config.LOG_LEVEL });
  const metrics = new Registry();
  collectDefaultMetrics({ register: metrics });
  const mongo = await connectMongo({ url: config.MONGO_URL, db: config.MONGO_DB, logger });
  const kafka = connectKafka({ brokers: config.KAFKA_BROKERS, clientId: config.INSTANCE_ID ? `${name}-${config.INSTANCE_ID}` : name, logger });
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
export async function startService(base: ServiceBase, wiring: ServiceWiring): Promise<RunningService> {
  const { name, config, kafka, mongo, logger, metrics } = base;
  const prefix = config.TOPIC_PREFIX;
  const followed = wiring.consumers.flatMap(({ topics }) => topics);
  await ensureTopics(kafka, prefix, [...new Set([...wiring.publishes, ...followed])]);
  const relay = startRelay({ kafka, prefix, stores: wiring.stores, logger, metrics });
  const consumers = await Promise.all(wiring.consumers.map((consumer, index) => startOneConsumer(base, consumer, index)));
  const periodics = new Map((wiring.periodics ?? []).map((periodic) => [periodic.name, startPeriodic({ ...periodic, logger })]));
  const reports = createReports(base, wiring, relay, consumers);
  const app = createHttpApp({
    service: name,
    routes: wiring.routes,
    ports: wiring.ports,
    verifyToken: base.verifyToken,
    rolesOf: wiring.rolesOf,
    logger,
    metrics,
    ...reports,
    openApi: openApiDocument({ service: name, version: wiring.version ?? '0.1.0', routes: wiring.routes }),
    idempotency: await createIdempotencyStore(mongo),
    checkAnswers: config.NODE_ENV === 'test',
  });
  const server = await startHttpServer(app, config.PORT, hostOf(config));
  logger.info({ port: server.port }, 'ready');

  return {
    port: server.port,
    url: `http://127.0.0.1:${server.port}`,
    periodics,
    async stop() {
      await server.stop();
      await Promise.all([...periodics.values()].map((periodic) => periodic.stop()));
      await Promise.all(consumers.map((consumer) => consumer.stop()));
      await relay.stop();
      await mongo.stop();
    },
  };
}

function startOneConsumer(base: ServiceBase, { topics, handle }: ConsumerWiring, index: number): Promise<Consumer> {
  const { name, config, kafka, mongo, logger, metrics } = base;
  return startConsumer({
    kafka,
    mongo,
    prefix: config.TOPIC_PREFIX,
    // Members of one group must follow the same topics.
    groupId: `${config.TOPIC_PREFIX}${name}${index === 0 ? '' : `-${index + 1}`}`,
    topics,
    handle,
    logger,
    metrics,
    onFatal(error) {
      logger.fatal({ err: error }, 'the consumer cannot go on; the process ends and is to be started again');
      process.exit(1);
    },
  });
}

function createReports({ mongo, metrics }: ServiceBase, wiring: ServiceWiring, relay: Relay, consumers: readonly Consumer[]) {
  const status = async () => {
    const lags = await Promise.all(consumers.map((consumer) => consumer.lag()));
    const parked = await Promise.all(consumers.map((consumer) => consumer.parked()));
    // In the order in which one becomes the other: what moves on while we look is seen in the next place.
    const workPending = (await wiring.workPending?.()) ?? 0;
    return {
      outboxPending: await relay.pending(),
      consumerLag: sum(lags),
      parked: sum(parked.map(({ gap, poison }) => gap + poison)),
      workPending,
    };
  };
  metrics.registerMetric(new Gauge({
    name: 'daka_outbox_pending',
    help: 'Documents with events that are not yet on Kafka',
    registers: [],
    async collect() {
      this.set(await relay.pending());
    },
  }));
  const ready = async () => {
    const database = await mongo.connection.db?.admin().ping().then(() => true, () => false);
    return { ready: database === true, parts: { mongo: database === true } };
  };
  return { status, ready };
}

/** A container is reached from outside of it; a process on somebody's machine is not, unless that is asked for. */
export function hostOf({ HOST, NODE_ENV }: Pick<CommonConfig, 'HOST' | 'NODE_ENV'>): string {
  return HOST || (NODE_ENV === 'production' ? '0.0.0.0' : '127.0.0.1');
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
