/** What is killed in the middle of a run, in this order. */
export const killed = ['membership', 'payment', 'homework', 'checkin', 'web', 'kafka', 'mongo'] as const;

interface Killable {
  kill(name: string): Promise<void>;
  untilReady(name?: string): Promise<void>;
}

export interface Kills {
  /** One more unit of work is done. */
  tick(): void;
  /** Resolves when everything that was killed serves again. Throws when something did not come back, or was never killed. */
  finished(): Promise<void>;
}

/** Kills each part once, at even distances over the run; the next one only when the last is back. */
export function createKills(system: Killable, units: number, note: (line: string) => void): Kills {
  let ticks = 0;
  let planned = 0;
  let chain: Promise<void> = Promise.resolve();

  async function killOne(name: string): Promise<void> {
    note(`kill -9 ${name}`);
    await system.kill(name);
    await system.untilReady();
  }

  const planUpTo = (count: number) => {
    for (const name of killed.slice(planned, count)) {
      chain = chain.then(() => killOne(name));
      chain.catch(() => undefined);
    }
    planned = Math.max(planned, Math.min(count, killed.length));
  };

  return {
    tick() {
      ticks += 1;
      planUpTo(Math.floor((ticks * (killed.length + 1)) / Math.max(units, 1)));
    },
    async finished() {
      planUpTo(killed.length);
      await chain;
    },
  };
}

/** A run in which nothing is killed. */
export const noKills: Kills = { tick: () => undefined, finished: async () => undefined };
