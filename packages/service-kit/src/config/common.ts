import { z } from 'zod';
import type { Settings } from './settings';

/** A whole number within bounds, from text. */
export const wholeNumber = (min: number, max: number) => z.coerce.number().int().min(min).max(max);
/** A comma-separated list, at least one entry. */
export const commaList = z.string().transform((text) => text.split(',').map((part) => part.trim()).filter(Boolean)).pipe(z.array(z.string()).min(1));

export const commonSettings = {
  PORT: { describe: 'port that the service listens on (0: any free one)', schema: wholeNumber(0, 65_535) },
  NODE_ENV: { describe: 'production refuses everything meant for trying out', schema: z.enum(['production', 'development', 'test']), default: 'development' },
  LOG_LEVEL: { describe: 'least level that is logged', schema: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']), default: 'info' },
  MONGO_URL: { describe: 'MongoDB server, a replica set, without a database', schema: z.string().startsWith('mongodb'), secret: true },
  MONGO_DB: { describe: 'database of this service', schema: z.string().min(1).max(60) },
  KAFKA_BROKERS: { describe: 'Kafka brokers, comma-separated host:port', schema: commaList },
  TOPIC_PREFIX: { describe: 'put before every topic name, to share one Kafka', schema: z.string().max(100), default: '' },
  JWKS_URL: { describe: 'public keys that access tokens are verified with (membership serves them)', schema: z.url() },
  CLOCK_FILE: { describe: 'file with the instant that the domain clock shows; refused in production', schema: z.string(), default: '' },
  PUBLIC_ORIGIN: { describe: 'origin that browsers use', schema: z.url(), default: 'http://localhost:8080' },
} as const satisfies Settings;
