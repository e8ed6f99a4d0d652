import { setTimeout as sleep } from 'node:timers/promises';
import { ConflictError, isTransient } from './errors';
import type { Taken } from './take-steps';

interface Options<Take> {
  name: string;
  /** Takes steps on what is stored; 'clash': somebody else wrote in between. */
  tryOnce(id: string, takes: readonly Take[]): Promise<Taken[] | 'clash'>;
  /** What was remembered of this id is not to be trusted. */
  forget(id: string): void;
}

const MAX_ATTEMPTS = 30;
const MAX_BACK_OFF_MS = 40;

/** Takes steps of one id together, anew for as long as others write in between. */
export function takeTogether<Take>({ name, tryOnce, forget }: Options<Take>) {
  async function attempt(id: string, takes: readonly Take[]): Promise<Taken[]> {
    for (let count = 1; count <= MAX_ATTEMPTS; count++) {
      try {
        const taken = await tryOnce(id, takes);
        if (taken !== 'clash') return taken;
      } catch (error) {
        forget(id);
        throw error;
      }
      forget(id);
      if (count > 1) await sleep(Math.random() * Math.min(MAX_BACK_OFF_MS, 2 ** count));
    }
    throw new ConflictError(`${name} ${id} was written by others ${MAX_ATTEMPTS} times in a row`);
  }

  /** A write that the database refuses is one step's fault: then each is written by itself, so that it spoils no other. */
  return async function attemptAll(id: string, takes: readonly Take[]): Promise<Taken[]> {
    try {
      return await attempt(id, takes);
    } catch (error) {
      if (takes.length === 1 || isTransient(error)) return takes.map(() => ({ error }));
    }
    const taken: Taken[] = [];
    for (const take of takes) taken.push(...(await attempt(id, [take]).catch((error: unknown): Taken[] => [{ error }])));
    return taken;
  };
}
