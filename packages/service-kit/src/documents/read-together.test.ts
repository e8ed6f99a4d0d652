import { createReadTogether } from './read-together';

/** A store that answers when it is told to, with what is in it at that moment. */
function slowStore(contents: Record<string, number>) {
  const asked: { ids: readonly string[]; answer(): void; fail(error: Error): void }[] = [];
  const read = createReadTogether<{ _id: string; value: number }>(
    (ids) =>
      new Promise((resolve, reject) => {
        const found = () => ids.flatMap((_id) => (contents[_id] === undefined ? [] : [{ _id, value: contents[_id] }]));
        asked.push({ ids, answer: () => resolve(found()), fail: reject });
      }),
  );
  const valueOf = async (id: string) => (await read(id))?.value ?? null;
  return { asked, valueOf };
}
const settled = () => new Promise((resolve) => setImmediate(resolve));

it('lets nobody wait for company, and lets those who wait share a round trip', async () => {
  const { asked, valueOf } = slowStore({ a: 1, b: 2, c: 3, d: 4 });
  const first = [valueOf('a')];
  await settled();
  first.push(valueOf('b'));
  await settled();
  const answers = Promise.all([...first, ...['c', 'd', 'c', 'gone'].map(valueOf)]);
  await settled();
  expect(asked.map(({ ids }) => ids)).toEqual([['a'], ['b']]);
  asked[0]?.answer();
  await settled();
  expect(asked[2]?.ids).toEqual(['c', 'd', 'gone']);
  asked[1]?.answer();
  asked[2]?.answer();
  expect(await answers).toEqual([1, 2, 3, 4, 3, null]);
});

it('answers of what was there after it was asked, never of a read that was under way already', async () => {
  const contents = { a: 1 };
  const { asked, valueOf } = slowStore(contents);
  const before = [valueOf('a')];
  await settled();
  before.push(valueOf('a'));
  await settled();
  const after = valueOf('a');
  for (const { answer } of asked) answer();
  await Promise.all(before);
  await settled();
  contents.a = 2;
  asked[2]?.answer();
  expect(await after).toBe(2);
});

it('tells all of a group that it failed, and goes on', async () => {
  const { asked, valueOf } = slowStore({ a: 1 });
  const first = [valueOf('a')];
  await settled();
  first.push(valueOf('a'));
  await settled();
  const together = Promise.allSettled([valueOf('a'), valueOf('b')]);
  asked[0]?.answer();
  await settled();
  asked[2]?.fail(new Error('away'));
  expect((await together).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  const next = valueOf('a');
  await settled();
  asked[1]?.answer();
  await settled();
  asked[3]?.answer();
  expect([...(await Promise.all(first)), await next]).toEqual([1, 1, 1]);
});

it('asks for a bounded number at once', async () => {
  const { asked, valueOf } = slowStore({});
  const answers = Promise.all(Array.from({ length: 150 }, (_, index) => valueOf(String(index))));
  await settled();
  for (let index = 0; index < asked.length; index += 1) {
    asked[index]?.answer();
    await settled();
  }
  expect(asked.map(({ ids }) => ids.length)).toEqual([64, 64, 22]);
  expect((await answers).every((answer) => answer === null)).toBe(true);
});
