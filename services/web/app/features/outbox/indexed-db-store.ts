import { createStore, del, update, type UseStore, values } from 'idb-keyval';
import type { OutboxItem, OutboxStore } from './outbox';

/** The outbox in the browser's database; `update` is one transaction, so two tabs cannot both add. */
export function createIndexedDbStore(): OutboxStore {
  let made: UseStore | undefined;
  const db = (): UseStore => (made ??= createStore('daka-outbox', 'items'));
  const idOf = ({ enrolmentId, day }: Pick<OutboxItem, 'enrolmentId' | 'day'>): string => `${enrolmentId}:${day}`;
  return {
    all: () => values<OutboxItem>(db()),
    async add(item) {
      let kept = item;
      await update<OutboxItem>(
        idOf(item),
        (known) => (kept = known !== undefined && known.refusal === null ? known : item),
        db(),
      );
      return kept;
    },
    refuse: (item, refusal) => update<OutboxItem>(idOf(item), () => ({ ...item, refusal }), db()),
    remove: (item) => del(idOf(item), db()),
  };
}
