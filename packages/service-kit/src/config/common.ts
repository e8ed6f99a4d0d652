import { z } from 'zod';
import { asksForTls, isElsewhere, mongoHosts } from './elsewhere';
import { kafkaSettings } from './kafka';
import type { ConfigOf, Settings } from './settings';

/** A whole number within bounds, from text. */
export const wholeNumber = (min: number, max: number) => z.coerce.number().int().min(min).max(max);
/** What every service reads from its environment. */
export const commonSettings = {
  HOST: {
    describe: 'address to listen on; empty: all in production, else this machine only',
    schema: z.string(),
    default: '',
  },
  PORT: { describe: 'port that the service listens on (0: any free one)', schema: wholeNumber(0, 65_535) },
  OPERATIONS_PORT: {
    describe:
      'port of health, status and metrics (`/livez`, `/readyz`, `/statusz`, `/metrics`), for operators only (0: any free one)',
    schema: wholeNumber(0, 65_535),
    default: '0',
  },
  OPERATIONS_HOST: { describe: 'address that it listens on; empty: as HOST', schema: z.string(), default: '' },
  NODE_ENV: {
    describe: 'production refuses everything meant for trying out',
    schema: z.enum(['production', 'development', 'test']),
    default: 'development',
  },
  LOG_LEVEL: {
    describe: 'least level that is logged',
    schema: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']),
    default: 'info',
  },
  MONGO_URL: {
    describe:
      'MongoDB server, a replica set, without a database; name, password, certificates as options of the URL (`authSource`, `tls`, `tlsCAFile`, `tlsCertificateKeyFile`)',
    schema: z.string().regex(/^mongodb(\+srv)?:\/\//, 'must begin with mongodb:// or mongodb+srv://'),
    inProduction: (url) =>
      mongoHosts(url).some(isElsewhere) && !asksForTls(url) ? 'names another host without tls=true' : null,
    secret: true,
  },
  MONGO_DB: {
    describe: 'database of this service',
    schema: z.string().regex(/^[\w-]{1,60}$/, 'letters, digits, _ and - only'),
  },
  ...kafkaSettings,
  TOPIC_PREFIX: {
    describe: 'put before every topic name, to share one Kafka',
    schema: z.string().regex(/^[\w.-]{0,100}$/, 'letters, digits, _ . and - only'),
    default: '',
  },
  JWKS_URL: {
    describe:
      'public keys that access tokens are verified with (membership serves them); beside them, which sign-ins were ended',
    schema: z.url({ protocol: /^https?$/ }),
  },
  CLOCK_FILE: {
    describe: 'file with the instant that the domain clock shows; refused in production',
    schema: z.string(),
    inProduction: (file) => (file === '' ? null : 'is a virtual clock'),
    default: '',
  },
  INSTANCE_ID: {
    describe: 'name of this process among several of the same service, shown to Kafka',
    schema: z.string().max(60),
    default: '',
  },
  PUBLIC_ORIGIN: {
    describe: 'origin that browsers use; production takes https only',
    inProduction: (origin) => (origin.startsWith('https:') ? null : 'is not https'),
    schema: z.url({ protocol: /^https?$/ }),
    default: 'http://localhost:8080',
  },
} as const satisfies Settings;

export type CommonConfig = ConfigOf<typeof commonSettings>;
