import type { OutboxItem, OutboxStore } from './outbox';

/** Keeps items as long as the page lives. */
export function createMemoryStore(): OutboxStore {
  const items = new Map<string, OutboxItem>();
  const idOf = ({ enrolmentId, day }: Pick<OutboxItem, 'enrolmentId' | 'day'>): string => `${enrolmentId}:${day}`;
  return {
    all: async () => [...items.values()],
    async add(item) {
      const known = items.get(idOf(item));
      if (known !== undefined && known.refusal === null) return known;
      items.set(idOf(item), item);
      return item;
    },
    refuse: async (item, refusal) => void items.set(idOf(item), { ...item, refusal }),
    remove: async (item) => void items.delete(idOf(item)),
  };
}
