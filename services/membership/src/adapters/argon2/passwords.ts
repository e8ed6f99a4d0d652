import { Algorithm, hash, verify, type Options } from '@node-rs/argon2';
import { refuse, type Refused } from '@daka/contracts';
import type { Passwords } from '../../ports';

export interface Argon2Config {
  memoryKib: number;
  iterations: number;
  parallelism: number;
  /** Hashes computed at the same time; each takes its memory and most of a core. */
  concurrency: number;
  /** Beyond this many waiting, somebody is told to come back later. */
  maxWaiting: number;
}

/** argon2id with bounded concurrency. The parameters are in each hash, so old hashes stay valid when they are raised. */
export async function createPasswords(config: Argon2Config): Promise<Passwords> {
  const options: Options = {
    // A const enum cannot be read under isolatedModules; 2 is Argon2id.
    algorithm: 2 satisfies Algorithm.Argon2id as Algorithm,
    memoryCost: config.memoryKib,
    timeCost: config.iterations,
    parallelism: config.parallelism,
  };
  const bounded = createBound(config);
  const nobodysHash = await hash('nobody signs in with this', options);
  return {
    hash: (password) => bounded(() => hash(password, options)),
    verify: (password, known) => bounded(async () => (await verify(known ?? nobodysHash, password)) && known !== null),
  };
}

function createBound({ concurrency, maxWaiting }: Argon2Config) {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async function bounded<T>(task: () => Promise<T>): Promise<Refused<'busy'> | T> {
    if (running >= concurrency) {
      if (waiting.length >= maxWaiting) return refuse('busy', 'too many sign-ins at once; try again in a moment');
      // Whoever finishes hands their place over, so `running` stays as it is.
      await new Promise<void>((resolve) => void waiting.push(resolve));
    } else {
      running += 1;
    }
    try {
      return await task();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
