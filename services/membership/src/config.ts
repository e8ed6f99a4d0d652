import { commonSettings, type ConfigOf, type Settings } from '@daka/service-kit';
import { z } from 'zod';

const count = z.coerce.number().int().min(1);

/** What membership can be told; the README's table is made from the descriptions. */
export const settings = {
  ...commonSettings,
  ACCESS_TOKEN_SECONDS: { describe: 'How long an access token is valid', schema: count.max(3_600), default: '600' },
  SESSION_DAYS: { describe: 'How long a sign-in lasts without being used', schema: count.max(365), default: '30' },
  SIGN_IN_ATTEMPTS: { describe: 'Wrong passwords per account before sign-in is refused for a while', schema: count, default: '10' },
  SIGN_IN_WINDOW_SECONDS: { describe: 'How long those wrong passwords are counted', schema: count, default: '900' },
  ARGON2_MEMORY_KIB: { describe: 'Memory of one argon2id hash (OWASP: 19 MiB)', schema: count.min(8), default: '19456' },
  ARGON2_ITERATIONS: { describe: 'Passes of one argon2id hash (OWASP: 2)', schema: count, default: '2' },
  ARGON2_PARALLELISM: { describe: 'Lanes of one argon2id hash (OWASP: 1)', schema: count, default: '1' },
  ARGON2_CONCURRENCY: { describe: 'Hashes computed at the same time', schema: count.max(64), default: '2' },
  ARGON2_MAX_WAITING: { describe: 'Sign-ins that may wait for a hash before others are told to come back', schema: count, default: '500' },
  SEAT_HOLD_MINUTES: { describe: 'How long a seat is kept for somebody who has not paid', schema: count.max(1_440), default: '30' },
  TEND_SEATS_MS: { describe: 'How often holds that ran out and steps that a crash left half done are looked for', schema: count, default: '500' },
} satisfies Settings;

export type Config = ConfigOf<typeof settings>;
