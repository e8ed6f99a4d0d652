import { createHash } from 'node:crypto';
import type { MongoConnection } from '@daka/service-kit';
import { RateLimiterMongo, RateLimiterRes } from 'rate-limiter-flexible';
import type { AttemptKind, Attempts } from '../../ports';

/** People behind one address who may all mistype. */
const ADDRESS_SHARED_BY = 30;

export interface AttemptLimit {
  /** Tries that a window takes. */
  max: number;
  windowSeconds: number;
}

const DAY_SECONDS = 86_400;
const COLLECTION = 'guesses';

/**
 * Counts tries for all processes. Who tries more than a window takes waits as long as the window, the next time twice as long, and
 * so on up to a day, until there was a day without. Keys are hashed: a list of who was guessed at is nobody's to read.
 */
export async function createAttempts(
  { connection }: MongoConnection,
  limits: Readonly<Record<AttemptKind, AttemptLimit>>,
): Promise<Attempts> {
  const common = { storeClient: connection.getClient(), dbName: connection.name, tableName: COLLECTION };
  const limiterOf = (keyPrefix: string, { max, windowSeconds }: AttemptLimit) =>
    new RateLimiterMongo({ ...common, keyPrefix, points: max, duration: windowSeconds });
  const tries = {
    device: limiterOf('device', limits.device),
    account: limiterOf('account', limits.account),
    address: limiterOf('address', limits.address),
    staff: limiterOf('staff', limits.staff),
    password: limiterOf('password', limits.password),
    code: limiterOf('code', limits.code),
    passkey: limiterOf('passkey', limits.passkey),
    letter: limiterOf('letter', limits.letter),
    reset: limiterOf('reset', limits.reset),
    import: limiterOf('import', limits.import),
    sign_up: limiterOf('sign_up', limits.sign_up),
    letter_to: limiterOf('letter_to', limits.letter_to),
  };
  const waits = limiterOf('waits', { max: 1, windowSeconds: 2 * DAY_SECONDS });
  await tries.device.createIndexes();

  /** The first try too many begins a wait; those that come meanwhile do not prolong it. */
  async function beginWait(kind: AttemptKind, key: string): Promise<number> {
    const { consumedPoints: times } = await waits.penalty(`${kind}|${key}`);
    const seconds = Math.min(DAY_SECONDS, limits[kind].windowSeconds * 2 ** (times - 1));
    await tries[kind].block(key, seconds);
    return seconds;
  }

  return {
    async take(kind, given) {
      const key = digestOf(given);
      try {
        await tries[kind].consume(key);
        return null;
      } catch (refused) {
        if (!(refused instanceof RateLimiterRes)) throw refused;
        if (refused.consumedPoints === limits[kind].max + 1) return beginWait(kind, key);
        return Math.ceil(refused.msBeforeNext / 1_000);
      }
    },
    async giveBack(kind, key) {
      await tries[kind].reward(digestOf(key));
    },
    async forget(kind, key) {
      await tries[kind].delete(digestOf(key));
      await waits.delete(`${kind}|${digestOf(key)}`);
    },
  };
}

function digestOf(key: string): string {
  return createHash('sha256').update(key).digest('base64url');
}

/** Many people share an address, a class room's for one, so it takes more; an owner who looks for hundreds of e-mails searches for who has an account. */
export function attemptLimits(signIn: AttemptLimit): Record<AttemptKind, AttemptLimit> {
  return {
    device: signIn,
    account: signIn,
    address: { ...signIn, max: signIn.max * ADDRESS_SHARED_BY },
    staff: { max: 100, windowSeconds: 3_600 },
    password: signIn,
    code: signIn,
    passkey: { max: ADDRESS_SHARED_BY * 20, windowSeconds: 3_600 },
    letter: { max: 5, windowSeconds: 3_600 },
    reset: { max: ADDRESS_SHARED_BY * 2, windowSeconds: 3_600 },
    sign_up: { max: ADDRESS_SHARED_BY * 10, windowSeconds: 3_600 },
    letter_to: { max: 5, windowSeconds: 3_600 },
    import: { max: 10, windowSeconds: 3_600 },
  };
}
