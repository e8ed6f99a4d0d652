import { randomUUID } from 'node:crypto';
import { refuse, type ReceivedOf, type Refused } from '@daka/contracts';
import pino from 'pino';
import { connectMongo } from './connect';
import type { AggregateStoreOptions, MongoConnection } from './types';

/** The aggregate of the kit's own tests: a jar to which coins are added once per name. */
export interface Jar {
  coins: readonly string[];
  totalMinor: number;
}

export interface CoinAdded {
  type: 'coin-added';
  coin: string;
  amountMinor: number;
}

export const quiet = pino({ level: process.env['TEST_LOG_LEVEL'] ?? 'silent' });

export function addCoin(coin: string, amountMinor = 1) {
  return (jar: Jar | null): Refused<'already_in'> | CoinAdded[] =>
    jar?.coins.includes(coin) ? refuse('already_in') : [{ type: 'coin-added', coin, amountMinor }];
}

export function evolveJar(jar: Jar | null, { coin, amountMinor }: CoinAdded): Jar {
  return { coins: [...(jar?.coins ?? []), coin], totalMinor: (jar?.totalMinor ?? 0) + amountMinor };
}

export function jarOptions(
  mongo: MongoConnection,
  name = 'jars',
): AggregateStoreOptions<Jar, CoinAdded, 'payment.enrolment'> {
  return {
    mongo,
    name,
    evolve: evolveJar,
    publishes: ['payment.enrolment'],
    publish: ({ coin, amountMinor }) => [
      { topic: 'payment.enrolment', type: 'payment.refund-succeeded.v1', data: refundOf(coin, amountMinor) },
    ],
  };
}

/** Data of a message of contracts that carries a coin. */
export function refundOf(coin: string, amountMinor: number) {
  return {
    enrolmentId: jarId,
    kind: 'deposit' as const,
    period: coin,
    amountMinor,
    succeededAt: '2026-03-01T00:00:00Z',
  };
}

/** The message as a consumer sees it. */
export function refundReceived(
  subject: string,
  streamseq: number,
  coin = `m${streamseq}`,
): ReceivedOf<'payment.refund-succeeded.v1'> {
  const id = `payment.enrolment:${subject}:${streamseq}`;
  return {
    topic: 'payment.enrolment',
    type: 'payment.refund-succeeded.v1',
    id,
    subject,
    streamseq,
    data: refundOf(coin, 1),
  };
}

const jarId = randomUUID();

/** A database of its own, dropped by `stop`. */
export async function openTestMongo(): Promise<MongoConnection> {
  const mongo = await connectMongo({
    url: process.env['MONGO_URL'] ?? '',
    db: `kit_${randomUUID().slice(0, 8)}`,
    logger: quiet,
  });
  return {
    ...mongo,
    async stop() {
      await mongo.connection.dropDatabase();
      await mongo.stop();
    },
  };
}
