import { z } from 'zod';
import { pagesBy } from './pages';

const byAge = pagesBy(z.tuple([z.int(), z.string()]), { kind: z.string().optional() });
const place = ({ age, name }: { age: number; name: string }): [number, string] => [age, name];
const rows = ['a', 'b', 'c'].map((name, age) => ({ age, name }));
const nameOf = ({ name }: { name: string }) => name;

it('goes on after the last row that was shown', () => {
  const { items, nextCursor } = byAge.page(rows, { limit: 2 }, place, nameOf);
  expect(items).toEqual(['a', 'b']);
  expect(byAge.query.parse({ cursor: nextCursor, kind: 'x' })).toEqual({ cursor: [1, 'b'], limit: 50, kind: 'x' });
});

it('the last page names no next one, and neither does an empty one', () => {
  expect(byAge.page(rows, { limit: 3 }, place, nameOf)).toEqual({ items: ['a', 'b', 'c'] });
  expect(byAge.page([], { limit: 3 }, place, nameOf)).toEqual({ items: [] });
});

it('is never larger than 200 kB, whatever its rows say, and loses none of them', () => {
  const large = Array.from({ length: 40 }, (_, age) => ({ age, name: '字'.repeat(5_000) }));
  const seen: number[] = [];
  for (let rest = large; rest.length > 0; rest = large.slice(seen.length)) {
    const page = byAge.page(
      rest,
      { limit: 20 },
      ({ age }) => [age, ''],
      ({ age, name }) => ({ age, name }),
    );
    expect(Buffer.byteLength(JSON.stringify(page))).toBeLessThanOrEqual(200_000);
    expect(page.nextCursor === undefined).toBe(seen.length + page.items.length === large.length);
    seen.push(...page.items.map(({ age }) => age));
  }
  expect(seen).toEqual(large.map(({ age }) => age));
});

it.each([
  ['no base64', '%%%'],
  ['no JSON', Buffer.from('{').toString('base64url')],
  ['of another list', Buffer.from('["b",1]').toString('base64url')],
  ['empty', ''],
])('refuses a cursor that is %s, by its name', (_what, cursor) => {
  const { error } = byAge.query.safeParse({ cursor });
  expect(error?.issues.map(({ path }) => path[0])).toEqual(['cursor']);
});

it.each([0, 201, 'x'])('refuses a limit of %s', (limit) => {
  expect(byAge.query.safeParse({ limit }).error?.issues.map(({ path }) => path)).toEqual([['limit']]);
});
