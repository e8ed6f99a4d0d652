import { NOW, PATIENCE } from '../../testing/book';
import type { Inbox, InboxItem } from '../../ports';
import { createProcessWebhooks } from './handler';

type Ports = Parameters<typeof createProcessWebhooks>[0];

function inboxWith(items: InboxItem[]) {
  const done: string[] = [];
  const putOff: [string, string, number | null][] = [];
  const inbox: Inbox = {
    add: async () => true,
    take: async (_at, limit) => items.splice(0, limit),
    done: async (ids) => {
      done.push(...ids);
    },
    putOff: async (...one) => {
      putOff.push(one);
    },
    countPending: async () => items.length,
  };
  return { inbox, done, putOff };
}
const checkout = (id: string, attempts = 1): InboxItem => ({
  id,
  attempts,
  subject: { kind: 'checkout', sessionId: `cs_${id}` },
});
const run = (inbox: Inbox, syncCheckout: Ports['syncCheckout']) =>
  createProcessWebhooks({
    inbox,
    syncCheckout,
    clocks: { now: () => NOW, wallMs: () => NOW.wallAtMs },
    patience: PATIENCE,
  } as Ports)(new AbortController().signal);

it('works through everything that is due, also more than one batch', async () => {
  const { inbox, done } = inboxWith(Array.from({ length: 120 }, (_, index) => checkout(String(index))));
  await run(inbox, async () => {});
  expect(done).toHaveLength(120);
});
it('puts a failing one off without holding up the others', async () => {
  const { inbox, done, putOff } = inboxWith([checkout('bad'), checkout('good')]);
  await run(inbox, async (sessionId) => {
    if (sessionId === 'cs_bad') throw new Error('away');
  });
  expect(done).toEqual(['good']);
  expect(putOff).toEqual([['bad', 'away', NOW.wallAtMs + 1_000]]);
});
it('leaves it as failed after the last attempt', async () => {
  const { inbox, putOff } = inboxWith([checkout('bad', 8)]);
  await run(inbox, async () => {
    throw new Error('away');
  });
  expect(putOff).toEqual([['bad', 'away', null]]);
});
