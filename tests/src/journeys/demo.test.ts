import { membershipHttp } from '@daka/contracts';
import { seedDemo } from '@daka/replay';
import { startWorld, type World } from '../support/cohort-world';

jest.setTimeout(600_000);

let world: World;
beforeAll(async () => {
  // As npm start makes it: every address is proven by its letter.
  world = await startWorld({ mail: 'sandbox' });
});
afterAll(() => world?.stop());

it('the demo has a cohort to join, whose page is full, one that runs, and one that says how it ended', async () => {
  const { origin, urls } = world.system;
  const nowMs = Date.parse('2026-03-20T04:00:00Z');
  const demo = await seedDemo({
    origin,
    mailboxUrl: urls.mailbox,
    setClock: world.setClock,
    log: () => undefined,
    nowMs,
  });

  const read = async (path: string): Promise<unknown> => (await fetch(`${origin}/api/membership${path}`)).json();
  const { items } = membershipHttp.CohortPage.parse(await read('/cohorts'));
  expect(items.map(({ slug, status, isOpen }) => [slug, status, isOpen])).toEqual([
    ['chenxie-7', 'published', true],
    ['chenxie-6', 'published', false],
    ['chenxie-7-days', 'settled', false],
  ]);
  const coming = membershipHttp.CohortBody.parse(await read('/cohort-pages/chenxie-7'));
  expect(coming).toMatchObject({ id: demo.cohorts[1]?.id, organisation: { name: '晨写学社' }, seatsLeft: 50 });
  for (const text of [coming.forWhom, coming.whatFor, coming.exchanged, coming.description])
    expect(text?.length).toBeGreaterThan(20);
  const earlier = membershipHttp.EarlierCohortPage.parse(await read(`/cohorts/${coming.id}/earlier`));
  expect(earlier.items).toMatchObject([{ slug: 'chenxie-7-days', outcome: { admitted: 5, completed: 4, perfect: 3 } }]);
  const { outcome } = earlier.items[0] ?? {};
  expect(outcome?.poolMinor).toBeGreaterThan(0);
  expect((outcome?.bonusMinor ?? 0) + (outcome?.organiserMinor ?? 0) + (outcome?.charityMinor ?? 0)).toBe(
    outcome?.poolMinor,
  );
});
