/** Shares a bounded amount among those who need some for a while. */
export interface Budget {
  /** Runs work once so much is free; null: that took too long. What asks for more than there is gets all of it. */
  spend<Result>(amount: number, work: () => Promise<Result>): Promise<Result | null>;
}

/** First come, first served, so that a large one is not passed by for ever. */
export function createBudget(total: number, waitMs: number): Budget {
  let free = total;
  const waiting: { amount: number; start(): void }[] = [];

  function startNext(): void {
    for (let first = waiting[0]; first !== undefined && first.amount <= free; first = waiting[0]) {
      waiting.shift();
      free -= first.amount;
      first.start();
    }
  }

  function granted(amount: number): Promise<boolean> {
    return new Promise((resolve) => {
      const late = setTimeout(() => {
        const at = waiting.indexOf(asking);
        if (at !== -1) waiting.splice(at, 1);
        resolve(false);
        startNext();
      }, waitMs);
      const asking = {
        amount,
        start() {
          clearTimeout(late);
          resolve(true);
        },
      };
      waiting.push(asking);
      startNext();
    });
  }

  return {
    async spend(asked, work) {
      const amount = Math.min(asked, total);
      if (!(await granted(amount))) return null;
      try {
        return await work();
      } finally {
        free += amount;
        startNext();
      }
    },
  };
}
