import {
  commonSettings,
  kafkaAccessSettings,
  optionalBrokers,
  wholeNumber,
  type ConfigOf,
  type Settings,
} from '@daka/service-kit';
import { z } from 'zod';

const {
  HOST,
  OPERATIONS_PORT,
  OPERATIONS_HOST,
  NODE_ENV,
  LOG_LEVEL,
  MONGO_URL,
  MONGO_DB,
  JWKS_URL,
  PUBLIC_ORIGIN,
  TOPIC_PREFIX,
  INSTANCE_ID,
  CLOCK_FILE,
} = commonSettings;

export const settings = {
  PORT: { describe: 'port of the one public origin', schema: wholeNumber(0, 65_535), default: '8080' },
  HOST,
  OPERATIONS_PORT,
  OPERATIONS_HOST,
  NODE_ENV,
  LOG_LEVEL,
  MONGO_URL,
  MONGO_DB,
  KAFKA_BROKERS: {
    describe: 'Kafka brokers, comma-separated host:port; empty: open pages are told nothing live and ask now and then',
    ...optionalBrokers,
  },
  ...kafkaAccessSettings,
  TOPIC_PREFIX,
  INSTANCE_ID,
  JWKS_URL,
  PUBLIC_ORIGIN,
  CLOCK_FILE,
  MEMBERSHIP_URL: { describe: 'where membership listens', schema: z.url() },
  PAYMENT_URL: { describe: 'where payment listens', schema: z.url() },
  HOMEWORK_URL: { describe: 'where homework listens', schema: z.url() },
  CHECKIN_URL: { describe: 'where checkin listens', schema: z.url() },
} as const satisfies Settings;

export type Config = ConfigOf<typeof settings>;
