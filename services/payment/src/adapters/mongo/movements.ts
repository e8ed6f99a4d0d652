import type { MongoConnection } from '@daka/service-kit';
import { addMovement, causesOf, type Movement, type ProcessorSide } from '../../domain/reconcile/sides';
import type { Movements } from '../../ports';
import { BATCH } from './ledger-validator';

interface Stored extends Movement {
  /** account|id */
  _id: string;
  /** How an entry without a source would be named: book|cause. */
  unsourced: string[];
  /** The run that saw it last. */
  run: string;
}

/** The copy of the processor's balance transactions, which never change, so that each is fetched once and compared at every run. */
export async function createMovements({ connection }: MongoConnection): Promise<Movements> {
  const movements = connection.collection<Stored>('processor_movements');
  await movements.createIndex({ source: 1 });
  await movements.createIndex({ unsourced: 1 });

  return {
    async put(found, run) {
      if (found.length === 0) return;
      await movements.bulkWrite(
        found.map((movement) => ({
          replaceOne: {
            filter: { _id: `${movement.account}|${movement.id}` },
            replacement: { ...movement, unsourced: namesOf(movement), run },
            upsert: true,
          },
        })),
        { ordered: false },
      );
    },
    async *bySource() {
      let side: ProcessorSide | null = null;
      for await (const movement of movements.find({}, { hint: { source: 1 }, batchSize: BATCH }).sort({ source: 1 })) {
        if (side && side.source !== movement.source) {
          yield side;
          side = null;
        }
        side = addMovement(side, movement);
      }
      if (side) yield side;
    },
    async ofSource(source) {
      const found = await movements.find({ source }).toArray();
      return found.reduce<ProcessorSide | null>(addMovement, null);
    },
    hasUnsourced: async (book, cause) =>
      (await movements.findOne({ unsourced: `${book}|${cause}` }, { projection: { _id: 1 } })) !== null,
    async forgetAllBut(run) {
      await movements.deleteMany({ run: { $ne: run } });
    },
    async forgetSource(source) {
      await movements.deleteMany({ source });
    },
  };
}

function namesOf(movement: Movement): string[] {
  return movement.enrolmentId === null ? [] : causesOf(movement).map((cause) => `${movement.enrolmentId}|${cause}`);
}
