import { createOutbox, type OutboxItem, type OutboxStore, type Sent } from './outbox';

const entry = { enrolmentId: 'e1', day: '2026-11-26', text: '今天写了二十个字以上的一段话。', onTimeOnly: true };

/** A store, a lock and a server in memory, as several tabs of one browser share them. */
function browser() {
  const items = new Map<string, OutboxItem>();
  const idOf = ({ enrolmentId, day }: Pick<OutboxItem, 'enrolmentId' | 'day'>) => `${enrolmentId}:${day}`;
  const store: OutboxStore = {
    all: async () => [...items.values()],
    add: async (item) => {
      const known = items.get(idOf(item));
      if (known === undefined || known.refusal !== null) items.set(idOf(item), item);
      return items.get(idOf(item)) ?? item;
    },
    refuse: async (item, refusal) => void items.set(idOf(item), { ...item, refusal }),
    remove: async (item) => void items.delete(idOf(item)),
  };
  let last = Promise.resolve();
  const alone = (work: () => Promise<void>): Promise<void> => (last = last.then(work));
  const server = { entries: new Map<string, string>(), answers: [] as (Sent<string> | 'dropped')[], attempts: 0 };
  const send = async ({ key, text }: OutboxItem): Promise<Sent<string>> => {
    server.attempts += 1;
    const answer = server.answers.shift() ?? { receipt: 'done' };
    if (answer === 'later') return 'later'; // it never arrived
    if (answer === 'dropped' || (typeof answer === 'object' && 'receipt' in answer)) server.entries.set(key, text);
    return answer === 'dropped' ? 'later' : answer;
  };
  let keys = 0;
  const sent: string[] = [];
  const tab = () =>
    createOutbox<string>({
      store,
      send,
      alone,
      newKey: () => `key-${(keys += 1)}`,
      onSent: ({ text }) => void sent.push(text),
      onChange: () => undefined,
    });
  return { tab, server, sent, items };
}

describe('the outbox', () => {
  it('makes one entry of four taps', async () => {
    const { tab, server, sent, items } = browser();
    const outbox = tab();
    await Promise.all([1, 2, 3, 4].map(() => outbox.put(entry)));
    expect([...server.entries.values()]).toEqual([entry.text]);
    expect(sent).toEqual([entry.text]);
    expect(items.size).toBe(0);
  });

  it('sends again under the same key when the answer was dropped, also after a reload and from another tab', async () => {
    const { tab, server, items } = browser();
    server.answers = ['dropped', 'dropped'];
    await tab().put(entry);
    expect(items.size).toBe(1);
    await Promise.all([tab().flush(), tab().flush()]);
    expect(server.attempts).toBe(3);
    expect([...server.entries.keys()]).toEqual(['key-1']);
    expect(items.size).toBe(0);
  });

  it('keeps the text that waits: another one for the day does not replace what may have arrived', async () => {
    const { tab, server, items } = browser();
    server.answers = ['later', 'later'];
    await tab().put(entry);
    await tab().put({ ...entry, text: 'another' });
    expect([...items.values()].map(({ text }) => text)).toEqual([entry.text]);
  });

  it('sends nothing after the first that has to wait', async () => {
    const { tab, server } = browser();
    server.answers = ['later', 'later', 'later'];
    await tab().put(entry);
    await tab().put({ ...entry, day: '2026-11-27' });
    server.attempts = 0;
    server.answers = ['later'];
    await tab().flush();
    expect(server.attempts).toBe(1);
  });

  it('keeps what was refused with its reason until it is taken back, and does not send it again', async () => {
    const { tab, server, items } = browser();
    server.answers = [{ refused: 'window_closed' }];
    const outbox = tab();
    await outbox.put(entry);
    await outbox.flush();
    expect(server.attempts).toBe(1);
    expect([...items.values()]).toMatchObject([{ text: entry.text, refusal: 'window_closed' }]);
    await outbox.put({ ...entry, text: 'changed' });
    expect([...server.entries.values()]).toEqual(['changed']);
    expect(items.size).toBe(0);
  });

  it("leaves another learner's text alone and sends what comes after it", async () => {
    const { tab, server, items } = browser();
    server.answers = ['not_mine'];
    await tab().put(entry);
    server.answers = ['not_mine'];
    await tab().put({ ...entry, enrolmentId: 'e2' });
    expect([...items.values()].map(({ enrolmentId }) => enrolmentId)).toEqual(['e1']);
    expect(server.entries.size).toBe(1);
  });

  it('keeps with the text whether a make-up may be used for it', async () => {
    const { tab, server, items } = browser();
    server.answers = ['later', 'later'];
    await tab().put(entry);
    await tab().put({ ...entry, day: '2026-11-24', onTimeOnly: false });
    expect([...items.values()].map(({ onTimeOnly }) => onTimeOnly)).toEqual([true, false]);
  });

  it('takes an item out', async () => {
    const { tab, server, items } = browser();
    server.answers = ['later'];
    const outbox = tab();
    await outbox.put(entry);
    await outbox.take(entry);
    expect(items.size).toBe(0);
  });
});
