import type { MongoConnection } from '@daka/service-kit';
import type { PasskeyChallenges, Purpose } from '../../domain/passkey';

interface StoredChallenge {
  /** The digest of it. */
  _id: string;
  purpose: Purpose;
  expiresAtMs: number;
  forgetAt: Date;
}

/** MongoDB forgets those that nobody took. */
export async function createPasskeyChallenges({ connection }: MongoConnection): Promise<PasskeyChallenges> {
  const challenges = connection.collection<StoredChallenge>('passkey_challenges');
  await challenges.createIndex({ forgetAt: 1 }, { expireAfterSeconds: 0 });
  return {
    async add(digest, purpose, expiresAtMs) {
      await challenges.insertOne({ _id: digest, purpose, expiresAtMs, forgetAt: new Date(expiresAtMs) });
    },
    async take(digest, nowMs) {
      const taken = await challenges.findOneAndDelete({ _id: digest });
      return taken !== null && nowMs < taken.expiresAtMs ? taken.purpose : null;
    },
  };
}
