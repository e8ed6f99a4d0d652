import type { MongoConnection } from '@daka/service-kit';
import type { Marks } from '../../ports';

interface Stored {
  _id: string;
  value: number;
}

/** One document a mark; it only moves forward. */
export function createMarks({ connection }: MongoConnection): Marks {
  const marks = connection.collection<Stored>('marks');
  return {
    load: async (name) => (await marks.findOne({ _id: name }))?.value ?? null,
    async save(name, value) {
      await marks.updateOne({ _id: name }, { $max: { value } }, { upsert: true });
    },
  };
}
