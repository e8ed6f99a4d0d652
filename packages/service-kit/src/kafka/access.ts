import { readFileSync } from 'node:fs';
import type { KafkaConfig as ClientConfig, SASLOptions } from 'kafkajs';
import { ConfigError, type KafkaConfig } from '../config';

/**
 * Who we are at Kafka and whom we take for Kafka, as kafkajs wants it.
 * @throws ConfigError for a mechanism without a name, a certificate without its key, or a file that cannot be read.
 */
export function kafkaAccess(config: KafkaConfig): Pick<ClientConfig, 'sasl' | 'ssl'> {
  const sasl = saslOf(config);
  const ssl = sslOf(config);
  return { ...(sasl && { sasl }), ...(ssl && { ssl }) };
}

function saslOf({ KAFKA_SASL_MECHANISM, KAFKA_USERNAME, KAFKA_PASSWORD }: KafkaConfig): SASLOptions | undefined {
  if (KAFKA_SASL_MECHANISM === '') {
    if (KAFKA_USERNAME !== '' || KAFKA_PASSWORD !== '')
      throw new ConfigError(
        'bad settings: KAFKA_USERNAME and KAFKA_PASSWORD are of no use without KAFKA_SASL_MECHANISM',
      );
    return undefined;
  }
  if (KAFKA_USERNAME === '' || KAFKA_PASSWORD === '')
    throw new ConfigError('bad settings: KAFKA_SASL_MECHANISM needs KAFKA_USERNAME and KAFKA_PASSWORD');
  return { mechanism: KAFKA_SASL_MECHANISM, username: KAFKA_USERNAME, password: KAFKA_PASSWORD };
}

function sslOf(config: KafkaConfig): ClientConfig['ssl'] {
  const { KAFKA_SSL, KAFKA_SSL_CA_FILE, KAFKA_SSL_CERT_FILE, KAFKA_SSL_KEY_FILE } = config;
  const files = [KAFKA_SSL_CA_FILE, KAFKA_SSL_CERT_FILE, KAFKA_SSL_KEY_FILE];
  if (!KAFKA_SSL) {
    if (files.some((file) => file !== ''))
      throw new ConfigError('bad settings: the files of KAFKA_SSL_... are of no use without KAFKA_SSL=true');
    return undefined;
  }
  if ((KAFKA_SSL_CERT_FILE === '') !== (KAFKA_SSL_KEY_FILE === ''))
    throw new ConfigError('bad settings: KAFKA_SSL_CERT_FILE and KAFKA_SSL_KEY_FILE go together');
  return {
    ...(KAFKA_SSL_CA_FILE && { ca: [pem('KAFKA_SSL_CA_FILE', KAFKA_SSL_CA_FILE)] }),
    ...(KAFKA_SSL_CERT_FILE && { cert: pem('KAFKA_SSL_CERT_FILE', KAFKA_SSL_CERT_FILE) }),
    ...(KAFKA_SSL_KEY_FILE && { key: pem('KAFKA_SSL_KEY_FILE', KAFKA_SSL_KEY_FILE) }),
  };
}

function pem(name: string, file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new ConfigError(`bad settings: ${name}: ${String(error)}`);
  }
}
