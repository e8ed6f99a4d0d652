import { nextAttemptMs } from '../../domain/letter';

/** Something to send: how often it was tried, and when it is tried next; absent: it is sent. */
interface Sending {
  attempts: number;
  dueAtMs?: number;
}

/** A collection, by what is asked of it here: of any form, so that a path is no key that the compiler must know. */
interface Collection<Stored> {
  findOne(filter: object, options: { sort: Record<string, 1> }): Promise<Stored | null>;
  updateOne(filter: object, change: object): Promise<{ modifiedCount: number }>;
}

/**
 * Takes whatever has waited longest to be sent, so that nobody else takes it before its next attempt is due; null: nothing is due.
 * `place`: where in the document its attempts stand.
 */
export async function takeDue<Stored extends { _id: string }>(
  collection: Collection<Stored>,
  { place, of }: { place: '' | 'letter.'; of: (stored: Stored) => Sending },
  nowMs: number,
): Promise<{ due: Stored; attempts: number } | null> {
  const dueAtMs = `${place}dueAtMs`;
  for (;;) {
    const due = await collection.findOne({ [dueAtMs]: { $lte: nowMs } }, { sort: { [dueAtMs]: 1 } });
    if (due === null) return null;
    const attempts = of(due).attempts + 1;
    const { modifiedCount } = await collection.updateOne(
      { _id: due._id, [dueAtMs]: of(due).dueAtMs ?? 0 },
      { $set: { [dueAtMs]: nextAttemptMs(attempts, nowMs), [`${place}attempts`]: attempts } },
    );
    if (modifiedCount > 0) return { due, attempts };
  }
}
