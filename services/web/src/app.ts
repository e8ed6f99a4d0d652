import path from 'node:path';
import {
  PRIVATE_ADDRESSES,
  connectMongo,
  createClock,
  createHttpApp,
  createLogger,
  askRevokedBeside,
  createRevokedSessions,
  createTokenVerifier,
  type RevokedSessions,
  type Clock,
  hostOf,
  HttpProblem,
  operationsHostOf,
  sendProblem,
  startHttpServer,
  startOperations,
  type Logger,
  type MongoConnection,
  type ReadyReport,
  type RouteDefinition,
} from '@daka/service-kit';
import express, { type Express } from 'express';
import helmet from 'helmet';
import { Registry } from 'prom-client';
import { createAccounts } from './adapters/membership/accounts';
import { createCohortIntroductions } from './adapters/membership/introductions';
import { createLearnerReads } from './adapters/learner-reads';
import { createOwnAnswers } from './adapters/own-answers';
import { startFollowing } from './adapters/kafka/follow';
import { createBrowserSessions, forgetEndedSessions } from './adapters/mongo/browser-sessions';
import { createNewsLog } from './adapters/mongo/news-log';
import type { Config } from './config';
import { isNews, NEWS_TOPICS } from './domain/news';
import { apiReference } from './features/api-reference';
import { createCohortCards } from './features/app-shell/cohort-cards';
import { appHeaders, VIOLATIONS_PATH } from './features/app-shell/headers';
import { createAppShell } from './features/app-shell/serve';
import { countViolations } from './features/count-violations/http';
import { exportEnrolment } from './features/export-enrolment';
import { leanAnswers } from './features/lean-answers/lean-answers';
import { forwardTo } from './features/proxy/forward';
import { createSessionCookie } from './features/session/cookie';
import { createSessionKeeper } from './features/session/keeper';
import { requireOwnOrigin } from './features/session/own-origin';
import { withSession } from './features/session/with-session';
import { CARD_ROUTE } from './domain/card-address';
import { shareCards } from './features/share-card/http';
import { createShowToday } from './features/show-today/handler';
import { createKeptAnswers, type KeptAnswers } from './features/show-today/kept';
import { createSignIn } from './features/sign-in/handler';
import { type PageStreams, startPageStreams } from './features/tell-news/page-streams';
import type { NewsLog, Upstreams } from './ports';
import { routes } from './routes';

const wallClock = { nowMs: Date.now };

/** Where `vite build` puts the browser app; the same from src/ and from dist/. */
const APP_DIR = path.join(__dirname, '../dist/app');

/** Starts the public origin: serves the browser app, signs browsers in, forwards /api/<service>/..., shows the API reference. */
export async function startWeb(config: Config) {
  const logger = createLogger({ service: 'web', level: config.LOG_LEVEL });
  const mongo = await connectMongo({ url: config.MONGO_URL, db: config.MONGO_DB, logger });
  const upstreams: Upstreams = {
    membership: config.MEMBERSHIP_URL,
    payment: config.PAYMENT_URL,
    homework: config.HOMEWORK_URL,
    checkin: config.CHECKIN_URL,
  };
  const metrics = new Registry();
  const clock = createClock(config);
  const kept = createKeptAnswers({ clock, wallClock, random: Math.random });
  const revoked = createRevokedSessions(askRevokedBeside(config.JWKS_URL), wallClock);
  const news = startNews({ config, logger, mongo, metrics, revoked }, kept);
  const live = news === null ? { pageStreams: null, kept: null } : { pageStreams: news.pageStreams, kept };
  const app = await createWeb({ config, logger, mongo, upstreams, metrics, clock, revoked, ...live });
  const server = await startHttpServer(app, config.PORT, hostOf(config));
  const reports = { ready: () => readiness(upstreams), status: async () => NOTHING_WAITS };
  const operations = await startOperations({ metrics, ...reports }, config.OPERATIONS_PORT, operationsHostOf(config));
  logger.info({ port: server.port, operationsPort: operations.port }, 'ready');
  return {
    ...server,
    url: `http://127.0.0.1:${server.port}`,
    operationsUrl: `http://127.0.0.1:${operations.port}`,
    async stop() {
      await news?.stop();
      await Promise.all([server.stop(), operations.stop()]);
      await mongo.stop();
    },
  };
}

interface Parts {
  config: Config;
  logger: Logger;
  mongo: MongoConnection;
  metrics: Registry;
  upstreams: Upstreams;
  clock: Clock;
  revoked: RevokedSessions;
  pageStreams: PageStreams | null;
  kept: KeptAnswers | null;
}

/** What open pages are told: kept for all instances by whichever follows Kafka, told by each to its own pages. Null without Kafka. */
function startNews(
  { config, logger, mongo, metrics, revoked }: Pick<Parts, 'config' | 'logger' | 'mongo' | 'metrics' | 'revoked'>,
  { heard }: Pick<KeptAnswers, 'heard'>,
) {
  const { KAFKA_BROKERS, TOPIC_PREFIX: prefix, INSTANCE_ID } = config;
  if (KAFKA_BROKERS === '') return null;
  const log = createNewsLog(mongo);
  const news: NewsLog = {
    ...log,
    watch: (onNews) =>
      log.watch((enrolmentId) => {
        heard(enrolmentId);
        onNews(enrolmentId);
      }),
  };
  const pageStreams = startPageStreams({
    news,
    sessions: createBrowserSessions(mongo),
    revoked,
    wallClock,
    warn: logger.warn.bind(logger),
  });
  const following = startFollowing({
    config,
    clientId: INSTANCE_ID ? `web-${INSTANCE_ID}` : 'web',
    prefix,
    topics: NEWS_TOPICS,
    handle: async (received) => (isNews(received) ? news.apply(received) : { outcome: 'ignored' }),
    mongo,
    logger,
    metrics,
  });
  return {
    pageStreams,
    async stop() {
      await pageStreams.stop();
      await following.stop();
    },
  };
}

async function createWeb({
  config,
  logger,
  mongo,
  metrics,
  upstreams,
  clock,
  revoked,
  pageStreams,
  kept,
}: Parts): Promise<Express> {
  const { PUBLIC_ORIGIN } = config;
  const accounts = createAccounts(upstreams.membership);
  await forgetEndedSessions(mongo);
  const keeper = createSessionKeeper({ sessions: createBrowserSessions(mongo), accounts, wallClock, revoked });
  const cookie = createSessionCookie(PUBLIC_ORIGIN);
  const names = Object.keys(upstreams);

  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', PRIVATE_ADDRESSES);
  app.use(VIOLATIONS_PATH, countViolations(metrics, logger.warn.bind(logger)));
  app.use('/api', leanAnswers());
  app.use('/api/session', requireOwnOrigin(PUBLIC_ORIGIN));
  app.use('/api', withSession(keeper, cookie, PUBLIC_ORIGIN));
  for (const [name, url] of Object.entries(upstreams)) app.use(`/api/${name}`, forwardTo(name, url));
  app.get('/api/export/enrolments/:enrolmentId', helmet(), exportEnrolment(upstreams));
  app.use('/docs', helmet(), apiReference(names));
  const reads = createLearnerReads(upstreams, wallClock);
  const ports = {
    clock,
    keeper,
    cookie,
    reads,
    pageStreams,
    ownAnswers: createOwnAnswers(upstreams),
    wallClock,
    logger,
    signIn: createSignIn({ accounts, keeper, cookie }),
    showToday: createShowToday({ reads, clock, kept }),
  };
  app.use('/api', createApi({ config, logger, metrics, revoked, ports }, routes));
  const introductions = createCohortIntroductions(upstreams.membership);
  const cohortCards = createCohortCards({ introductions, publicOrigin: PUBLIC_ORIGIN, wallClock });
  app.get(CARD_ROUTE, shareCards({ introductions, wallClock }));
  app.use(appHeaders(), await createAppShell(APP_DIR, cohortCards));
  app.use((_req, res) => sendProblem(res, new HttpProblem(404, 'not_found')));
  return app;
}

/** What the origin answers itself, as routes like those of every service. */
function createApi<Ports>(
  {
    config,
    logger,
    metrics,
    revoked,
    ports,
  }: Pick<Parts, 'config' | 'logger' | 'metrics' | 'revoked'> & { ports: Ports },
  list: readonly RouteDefinition<Ports>[],
): Express {
  return createHttpApp({
    service: 'web',
    routes: list,
    ports,
    verifyToken: createTokenVerifier({ jwksUrl: config.JWKS_URL, revoked }),
    rolesOf: async () => [],
    logger,
    metrics,
    checkAnswers: config.NODE_ENV === 'test',
  });
}

/** Nothing of web's own is on its way anywhere. */
const NOTHING_WAITS = { outboxPending: 0, consumerLag: 0, parked: 0, parkedNewer: 0, workPending: 0 };

/** Whether the services answer; how each fares itself, they tell on ports that web need not reach. */
async function readiness(upstreams: Upstreams): Promise<ReadyReport> {
  const checks = Object.entries(upstreams).map(async ([name, url]) => [name, await answers(url)] as const);
  const parts = Object.fromEntries(await Promise.all(checks));
  return { ready: Object.values(parts).every(Boolean), parts };
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/openapi.json`, { method: 'HEAD', signal: AbortSignal.timeout(2_000) })).ok;
  } catch {
    return false;
  }
}
