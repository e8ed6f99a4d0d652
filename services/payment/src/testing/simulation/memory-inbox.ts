import type { Inbox, InboxItem, WebhookSubject } from '../../ports';

/** Webhooks in memory, each id once. */
export function createMemoryInbox(): Inbox {
  const items = new Map<string, { subject: WebhookSubject; attempts: number; dueAtMs: number | null }>();
  return {
    async add({ id, subject }, wallAtMs) {
      if (subject === null || items.has(id)) return false;
      items.set(id, { subject, attempts: 0, dueAtMs: wallAtMs });
      return true;
    },
    async take(wallAtMs, limit) {
      const due = [...items].filter(([, { dueAtMs }]) => dueAtMs !== null && dueAtMs <= wallAtMs).slice(0, limit);
      return due.map(([id, item]): InboxItem => {
        item.attempts += 1;
        item.dueAtMs = wallAtMs + 15_000;
        return { id, subject: item.subject, attempts: item.attempts };
      });
    },
    async done(ids) {
      for (const id of ids) end(id, null);
    },
    async putOff(id, _reason, retryAtMs) {
      end(id, retryAtMs);
    },
    countPending: async () => [...items.values()].filter(({ dueAtMs }) => dueAtMs !== null).length,
  };

  function end(id: string, dueAtMs: number | null): void {
    const item = items.get(id);
    if (item) item.dueAtMs = dueAtMs;
  }
}
