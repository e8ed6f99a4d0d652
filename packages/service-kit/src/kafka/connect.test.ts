import { KafkaJSAggregateError, KafkaJSError, KafkaJSProtocolError } from 'kafkajs';
import { isWithoutBrokers } from './connect';

const errorOf = (type: string) => Object.assign(new KafkaJSProtocolError(new Error(type)), { type });
const all = (...types: string[]) => new KafkaJSAggregateError('Topic creation errors', types.map(errorOf));

it('a broker that is left out for a moment is waited for', () => {
  expect(isWithoutBrokers(all('INVALID_REPLICATION_FACTOR', 'INVALID_REPLICATION_FACTOR'))).toBe(true);
});

it.each([
  ['another reason', all('TOPIC_AUTHORIZATION_FAILED')],
  ['another reason among them', all('INVALID_REPLICATION_FACTOR', 'INVALID_CONFIG')],
  ['no answer', new KafkaJSError('closed connection')],
])('%s is an error at once', (_name, error) => {
  expect(isWithoutBrokers(error)).toBe(false);
});
