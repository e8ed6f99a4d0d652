import mongoose from 'mongoose';

const SERVICES = ['membership', 'payment', 'homework', 'checkin'] as const;

/** What reads, or looks through, a collection from end to end: its size is bounded, or all of it is what is asked for. Nothing of it is done while somebody waits for an answer. */
const WHOLE: Readonly<Record<string, string>> = {
  'membership.signing_keys find': 'a few keys',
  'membership.signing_keys remove': 'a few keys',
  'payment.stripe_accounts find': 'one an organisation, and all that have one are wanted',
  'payment.stripe_accounts distinct': 'one an organisation, and all that have one are wanted',
  'payment.cohort_sums find': 'what earlier versions left, and then seldom',
  'payment.books aggregate': 'the reconciliation, hourly, of all books',
  'payment.cohort_books aggregate': 'the reconciliation, hourly, of all books',
};

interface Profiled {
  ns: string;
  op: string;
  command?: Record<string, unknown>;
}

export interface WholeReads {
  /** "payment.books find {...}", of each question that read a whole collection since then. */
  found(): Promise<string[]>;
  stop(): Promise<void>;
}

/** Has MongoDB note what reads a collection without an index, in the databases of a running system. */
export async function watchWholeReads(databasePrefix: string): Promise<WholeReads> {
  const client = await mongoose.mongo.MongoClient.connect(String(process.env.MONGO_URL));
  const databases = SERVICES.map((service) => ({ service, db: client.db(`${databasePrefix}_${service}`) }));
  for (const { db } of databases) await db.command({ profile: 1, filter: { planSummary: { $regex: 'COLLSCAN' } } });
  return {
    async found() {
      const found = new Set<string>();
      for (const { service, db } of databases) {
        const profiled = await db.collection<Profiled>('system.profile').find().toArray();
        for (const { ns, op, command = {} } of profiled) {
          const what = `${service}.${ns.slice(ns.indexOf('.') + 1)} ${op === 'query' || op === 'command' ? Object.keys(command)[0] : op}`;
          const { filter, query, q, pipeline } = command;
          if (!(what in WHOLE) && !what.includes('.system.'))
            found.add(`${what} ${JSON.stringify(filter ?? query ?? q ?? pipeline)}`);
        }
      }
      return [...found];
    },
    async stop() {
      for (const { db } of databases) await db.command({ profile: 0 });
      await client.close();
    },
  };
}
