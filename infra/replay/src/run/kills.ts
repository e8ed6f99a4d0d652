/** What is killed in the middle of a run, in this order. */
export const killed = ['membership', 'payment', 'homework', 'checkin', 'web', 'kafka', 'mongo'] as const;

interface Killable {
  kill(name: string): Promise<void>;
  untilReady(name?: string): Promise<void>;
}

export interface Kills {
  /** One more unit of work is done. Waits, when the next kill is due, until the part before is back: each dies amid work. */
  tick(): Promise<void>;
  /** Kills what is left and resolves when everything serves again. Throws when something did not come back. */
  finished(): Promise<void>;
}

/** Kills each part once, at even distances over the run; the next one only when the last is back. */
export function createKills(system: Killable, units: number, note: (line: string) => void): Kills {
  let ticks = 0;
  let planned = 0;
  let allBack: Promise<void> = Promise.resolve();

  async function killAndWait(name: string): Promise<void> {
    note(`kill -9 ${name}`);
    await system.kill(name);
    await system.untilReady();
  }

  /** Resolves when those before are back and this one's turn has come. */
  function plan(name: string): Promise<void> {
    const turn = allBack;
    allBack = turn.then(() => killAndWait(name));
    allBack.catch(() => undefined);
    planned += 1;
    return turn;
  }

  return {
    async tick() {
      ticks += 1;
      const due = Math.floor((ticks * (killed.length + 1)) / Math.max(units, 1));
      for (const name of killed.slice(planned, due)) await plan(name);
    },
    async finished() {
      for (const name of killed.slice(planned)) await plan(name);
      await allBack;
    },
  };
}

/** A run in which nothing is killed. */
export const noKills: Kills = { tick: async () => undefined, finished: async () => undefined };
