import {
  createSigningKey,
  MAX_TOKEN_SECONDS,
  type Clock,
  type MongoConnection,
  type PublicJwk,
  type Sealing,
} from '@daka/service-kit';
import type { SigningKeys, SigningPair } from '../../ports';

/**
 * A key pair by its id. The private half never stands in a command to MongoDB as it is: slow commands are logged whole,
 * and a log, a backup or a replica is read by more people than may sign.
 */
interface StoredKey {
  _id: string;
  createdAt: Date;
  publicJwk: PublicJwk;
  sealedPem: string;
}

interface Known {
  signing: SigningPair;
  publicJwks: readonly PublicJwk[];
}

export interface SigningKeysOptions {
  /** Under which private keys are stored. */
  sealing: Sealing;
  wallClock: Clock;
  /** A key older than this signs no more. */
  rotateAfterMs: number;
}

/** Another process's new key signs here too after this long. */
const LOOK_EVERY_MS = 30_000;
/** Public keys are asked for because of an id that is new to somebody, so they are looked up, but not for every stranger. */
const PUBLIC_FOR_MS = 1_000;
/** As long as any token of a key that signs no more may be shown, and some time for clocks that differ. */
const KEPT_FOR_MS = (MAX_TOKEN_SECONDS + 300) * 1_000;

/**
 * The keys that access tokens are signed with, shared by all processes of membership: the newest that can be opened signs, the
 * others verify until their last token is over. A new one is made when the newest is too old, or by `addKey`.
 */
export function createSigningKeys(
  mongo: MongoConnection,
  { sealing, wallClock, rotateAfterMs }: SigningKeysOptions,
): SigningKeys {
  const stored = keysIn(mongo);
  let known: Known | null = null;
  let lookedAtMs = 0;
  let looking: Promise<Known> | null = null;

  function notOlderThan(ms: number): Promise<Known> {
    if (known && wallClock.nowMs() - lookedAtMs < ms) return Promise.resolve(known);
    looking ??= look().finally(() => (looking = null));
    return looking;
  }

  async function look(): Promise<Known> {
    const all = await readKeys();
    const opened = all.map((key) => ({ ...key, pem: sealing.open(key._id, key.sealedPem) }));
    const newest = opened.find(({ pem }) => pem !== null);
    if (!newest?.pem || newest.createdAt.getTime() + rotateAfterMs <= wallClock.nowMs()) {
      await addKey(mongo, { sealing, wallClock });
      return look();
    }
    lookedAtMs = wallClock.nowMs();
    known = {
      signing: { kid: newest._id, privateKeyPem: newest.pem },
      publicJwks: all.map(({ publicJwk }) => publicJwk),
    };
    return known;
  }

  /** Newest first, without those whose last token is over. */
  async function readKeys(): Promise<StoredKey[]> {
    // An earlier release kept its one key in the clear: whoever read it may not go on signing.
    await stored.deleteMany({ sealedPem: { $exists: false } });
    const all = await stored.find().sort({ createdAt: -1, _id: 1 }).toArray();
    const nowMs = wallClock.nowMs();
    // Each stopped to sign when the next was made, or a look later.
    const isOver = (index: number) =>
      (all[index - 1]?.createdAt.getTime() ?? nowMs) + LOOK_EVERY_MS + KEPT_FOR_MS < nowMs;
    const over = all.filter((_key, index) => isOver(index)).map(({ _id }) => _id);
    if (over.length > 0) await stored.deleteMany({ _id: { $in: over } });
    return all.filter(({ _id }) => !over.includes(_id));
  }

  return {
    signing: async () => (await notOlderThan(LOOK_EVERY_MS)).signing,
    publicJwks: async () => (await notOlderThan(PUBLIC_FOR_MS)).publicJwks,
  };
}

/** Makes a key that signs from now on; running processes follow within half a minute. Answers its id. */
export async function addKey(
  mongo: MongoConnection,
  { sealing, wallClock }: Pick<SigningKeysOptions, 'sealing' | 'wallClock'>,
): Promise<string> {
  const { kid, privateKeyPem, publicJwk } = createSigningKey();
  const createdAt = new Date(wallClock.nowMs());
  await keysIn(mongo).insertOne({ _id: kid, createdAt, publicJwk, sealedPem: sealing.close(kid, privateKeyPem) });
  return kid;
}

function keysIn({ connection }: MongoConnection) {
  return connection.collection<StoredKey>('signing_keys');
}
