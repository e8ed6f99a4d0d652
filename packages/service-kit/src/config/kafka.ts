import { z } from 'zod';
import { isElsewhere } from './elsewhere';
import type { ConfigOf, Settings } from './settings';

/** A comma-separated list, at least one entry. */
export const commaList = z
  .string()
  .transform((text) =>
    text
      .split(',')
      .map((part) => part.trim())
      .filter(Boolean),
  )
  .pipe(z.array(z.string()).min(1));

const optionalFile = (what: string) => ({ describe: `${what} (PEM)`, schema: z.string(), default: '' });

/** Who one is at Kafka, and how one knows Kafka itself. */
export const kafkaAccessSettings = {
  KAFKA_SASL_MECHANISM: {
    describe:
      'how to sign in to Kafka: `scram-sha-256`, `scram-sha-512` or `plain`; empty: not at all, or by certificate',
    schema: z
      .string()
      .toLowerCase()
      .pipe(z.enum(['', 'plain', 'scram-sha-256', 'scram-sha-512'])),
    default: '',
  },
  KAFKA_USERNAME: { describe: 'name of this service at Kafka', schema: z.string(), default: '' },
  KAFKA_PASSWORD: { describe: 'its password', schema: z.string(), default: '', secret: true },
  KAFKA_SSL: {
    describe: '`true`: TLS to Kafka',
    schema: z.enum(['true', 'false']).transform((text) => text === 'true'),
    default: 'false',
  },
  KAFKA_SSL_CA_FILE: optionalFile("who signed Kafka's certificate, if not one of the usual authorities"),
  KAFKA_SSL_CERT_FILE: optionalFile('our own certificate, for a Kafka that asks for one'),
  KAFKA_SSL_KEY_FILE: optionalFile("our certificate's key"),
} as const satisfies Settings;

/** Why production refuses these brokers: without TLS the way to another host can be read and written by whoever is on it. */
function inProduction(brokers: string, env: NodeJS.ProcessEnv): string | null {
  const away = brokers.split(',').find((broker) => isElsewhere(broker.trim()));
  return away === undefined || env['KAFKA_SSL'] === 'true' ? null : 'names another host without KAFKA_SSL';
}

export const kafkaSettings = {
  KAFKA_BROKERS: { describe: 'Kafka brokers, comma-separated host:port', schema: commaList, inProduction },
  ...kafkaAccessSettings,
} as const satisfies Settings;

/** For who can do without Kafka. */
export const optionalBrokers = { schema: z.string(), default: '', inProduction } as const;

/** The settings of a client of Kafka. */
export type KafkaConfig = ConfigOf<typeof kafkaAccessSettings> & { readonly KAFKA_BROKERS: string | readonly string[] };
