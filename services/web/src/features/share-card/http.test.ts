import express from 'express';
import request from 'supertest';
import type { CohortIntroduction } from '../../ports';
import { CARD_ROUTE, cardPath } from '../../domain/card-address';
import type { CardWords } from './draw';
import { shareCards } from './http';

const COHORT: CohortIntroduction = {
  id: 'c1',
  slug: null,
  title: 'Ten days',
  organisation: 'Harbour',
  whatFor: null,
  forWhom: null,
  terms: null,
};

/** An origin whose membership knows one cohort; `drawn` are the cards that were drawn, `atOnce` how many at most at a time. */
function origin(draw: (words: CardWords) => Promise<Buffer> = async ({ title }) => Buffer.from(title)) {
  const cohorts = new Map([['c1', COHORT]]);
  const drawn: string[] = [];
  const now = { ms: 0, drawing: 0, atOnce: 0 };
  const cards = shareCards({
    introductions: { of: async (address) => ('id' in address ? (cohorts.get(address.id) ?? null) : null) },
    wallClock: { nowMs: () => now.ms },
    async draw(words) {
      drawn.push(words.title);
      now.atOnce = Math.max(now.atOnce, (now.drawing += 1));
      return draw(words).finally(() => (now.drawing -= 1));
    },
  });
  const app = express();
  app.get(CARD_ROUTE, cards);
  app.use((_req, res) => void res.status(404).end());
  return { app, cohorts, drawn, now, get: (path: string) => request(app).get(path) };
}

it('answers a picture that everybody may keep for minutes, and says when it is the same', async () => {
  const { get, drawn } = origin();
  const { headers, body } = await get(cardPath('c1', 'en')).expect(200).expect('content-type', 'image/png');
  expect(headers['cache-control']).toBe('public, max-age=300');
  expect(body.toString()).toBe('Ten days');
  await get(cardPath('c1', 'en'))
    .set('if-none-match', headers['etag'] ?? '')
    .expect(304);
  expect(drawn).toHaveLength(1);
});

it('is drawn anew when what it says has changed, not before', async () => {
  const { get, drawn, now, cohorts } = origin();
  await get(cardPath('c1', 'en')).expect(200);
  now.ms += 60_000;
  await get(cardPath('c1', 'en')).expect(200);
  expect(drawn).toEqual(['Ten days']);
  cohorts.set('c1', { ...COHORT, title: 'Twelve days' });
  now.ms += 60_000;
  expect((await get(cardPath('c1', 'en')).expect(200)).body.toString()).toBe('Twelve days');
});

it.each(['/cards/c2/en.png', '/cards/c1/fr.png', '/cards/c1/en.jpg', '/cards/..%2fme/en.png', '/cards/c1/en.png/more'])(
  'is nothing at %s',
  async (path) => {
    const { get, drawn } = origin();
    await get(path).expect(404);
    expect(drawn).toEqual([]);
  },
);

it('draws one at a time, the same once, and lets a message do without when too many wait', async () => {
  const { get, cohorts, drawn, now } = origin(async () => {
    await new Promise((resolve) => setTimeout(resolve, 20));
    return Buffer.from('card');
  });
  for (let number = 0; number < 30; number += 1) cohorts.set(`c${number}`, { ...COHORT, title: String(number) });
  const asked = Array.from({ length: 60 }, (_, index) => get(cardPath(`c${index % 30}`, 'en')));
  const statuses = await Promise.all(asked.map(async (one) => (await one).status));
  expect(new Set(statuses)).toEqual(new Set([200, 302]));
  expect(now.atOnce).toBe(1);
  expect(new Set(drawn).size).toBe(drawn.length);
});

it('goes on after a card that could not be drawn', async () => {
  let broken = true;
  const { get } = origin(async () => {
    if (broken) throw new Error('no letters');
    return Buffer.from('card');
  });
  await get(cardPath('c1', 'en')).expect(500);
  broken = false;
  await get(cardPath('c1', 'en')).expect(200);
});
