import { calendar } from '../../testing/calendar';
import type { Gathered } from './gather';
import { createKeptAnswers } from './kept';

const MINE = '6a607d5b-7cd5-80f9-a91c-cc29e49df126';
const OTHER = '7b607d5b-7cd5-80f9-a91c-cc29e49df127';
/** In the middle of a day that closes at 19:00. */
const DOMAIN_MS = Date.parse('2026-11-17T12:00:00Z');
const WALL_MS = Date.parse('2026-03-01T00:00:00Z');
const QUIET = { sessionId: 'phone', wroteAtMs: 0 };

function gathered(changes: Partial<NonNullable<Gathered['current']>> = {}): Gathered {
  const cohortId = 'e806086d-e1f2-421d-b9b6-52bfcbfd7df2';
  const statement = {
    currency: 'CNY' as const,
    depositMinor: 30_000,
    refundedMinor: 0,
    inFlightMinor: 0,
    payableMinor: 0,
    forfeitedMinor: 0,
    frozenMinor: 0,
  };
  return {
    enrolments: [{ enrolmentId: MINE, cohortId, status: 'admitted', memberNumber: 7 }],
    current: {
      enrolmentId: MINE,
      cohortId,
      memberNumber: 7,
      title: 'Twenty-one days',
      calendar: calendar('2026-11-17T12:00:00Z', ['2026-11-16']),
      statement,
      homework: { items: [], feedbackUnread: 0 },
      ...changes,
    },
  };
}

/** Two clocks, and services of which it is counted how often they were asked. */
function world(answer = gathered(), random = 1) {
  const now = { wallMs: WALL_MS, domainMs: DOMAIN_MS };
  const kept = createKeptAnswers({
    clock: { nowMs: () => now.domainMs },
    wallClock: { nowMs: () => now.wallMs },
    random: () => random,
  });
  let asked = 0;
  const look = async (visit: Parameters<typeof kept.of>[0] = QUIET, wanted?: string, meanwhile = () => {}) => {
    await kept.of(visit, wanted, async () => {
      asked += 1;
      meanwhile();
      return answer;
    });
    return asked;
  };
  const pass = (ms: number) => {
    now.wallMs += ms;
    now.domainMs += ms;
  };
  return { kept, look, pass, now };
}

it('asks once for looks that follow each other, and again after ten seconds', async () => {
  const { look, pass } = world();
  expect([await look(), await look()]).toEqual([1, 1]);
  pass(9_999);
  expect(await look()).toBe(1);
  pass(1);
  expect(await look()).toBe(2);
});

it('asks for each browser and each enrolment by itself, and always for who has a token of their own', async () => {
  const { look } = world();
  await look();
  expect(await look({ ...QUIET, sessionId: 'desk' })).toBe(2);
  expect(await look(QUIET, OTHER)).toBe(3);
  const asked = world();
  await asked.kept.of(undefined, undefined, async () => gathered());
  expect(await asked.look()).toBe(1);
});

it('asks for a browser that has written, for as long as the write may be under way', async () => {
  const { look, pass, now } = world();
  await look();
  pass(1_000);
  const wrote = { ...QUIET, wroteAtMs: now.wallMs };
  expect([await look(wrote), await look(wrote)]).toEqual([2, 3]);
  pass(34_999);
  expect([await look(wrote), await look(wrote)]).toEqual([4, 5]);
  pass(1);
  expect([await look(wrote), await look(wrote)]).toEqual([6, 6]);
});

it('asks after news of an enrolment of its own, and keeps nothing until the others have heard them too', async () => {
  const { kept, look, pass } = world();
  await look();
  kept.heard(OTHER);
  expect(await look()).toBe(1);
  kept.heard(MINE);
  expect([await look(), await look()]).toEqual([2, 3]);
  pass(5_000);
  expect([await look(), await look()]).toEqual([4, 5]);
  pass(1);
  expect([await look(), await look()]).toEqual([6, 6]);
});

it('does not keep what news overtook while the services were asked', async () => {
  const { kept, look, pass } = world();
  await look(QUIET, undefined, () => kept.heard(MINE));
  pass(5_001);
  expect([await look(), await look()]).toEqual([2, 2]);
});

it('asks after news were missed', async () => {
  const { kept, look } = world();
  await look();
  kept.heard(null);
  expect([await look(), await look()]).toEqual([2, 3]);
});

it('keeps nothing over the close of a day, and nothing when the clock of the days is set back or on', async () => {
  const { look, now } = world();
  now.domainMs = Date.parse('2026-11-17T18:59:59.999Z');
  await look();
  now.domainMs += 1;
  expect(await look()).toBe(2);
  now.domainMs -= 1;
  expect(await look()).toBe(3);
  now.domainMs += 86_400_000;
  expect(await look()).toBe(4);
});

it.each([
  ['homework was away', gathered({ homework: null })],
  ['there are no days yet', { ...gathered(), current: null }],
])('keeps nothing when %s', async (_what, answer) => {
  const { look } = world(answer);
  expect([await look(), await look()]).toEqual([1, 2]);
});

it('asks once for looks at the same time, and anew for one that began after news', async () => {
  const { kept } = world();
  let asked = 0;
  const answers: (() => void)[] = [];
  const gather = (): Promise<Gathered> => {
    asked += 1;
    return new Promise((resolve) => answers.push(() => resolve(gathered())));
  };
  const looks = [kept.of(QUIET, undefined, gather), kept.of(QUIET, undefined, gather)];
  expect(asked).toBe(1);
  kept.heard(MINE);
  answers[0]?.();
  await looks[0];
  await new Promise(setImmediate);
  expect(asked).toBe(2);
  answers[1]?.();
  await looks[1];
});

it('tells all who wait that a service is away, and asks again then', async () => {
  const { kept, look } = world();
  const away = async () => Promise.reject(new Error('payment is away'));
  const looks = [kept.of(QUIET, undefined, away), kept.of(QUIET, undefined, away)];
  for (const told of await Promise.allSettled(looks)) expect(told).toMatchObject({ status: 'rejected' });
  expect(await look()).toBe(1);
});

it('asks again behind an answer before it is too old, and nobody hears that this failed', async () => {
  const { kept, pass } = world(gathered(), 0);
  let asked = 0;
  const gather = async (): Promise<Gathered> => {
    asked += 1;
    if (asked === 2) throw new Error('payment is away');
    return gathered({ memberNumber: asked });
  };
  const shown = async () => (await kept.of(QUIET, undefined, gather)).current?.memberNumber;
  expect(await shown()).toBe(1);
  pass(4_999);
  expect([await shown(), asked]).toEqual([1, 1]);
  pass(1);
  expect([await shown(), asked]).toEqual([1, 2]);
  await new Promise(setImmediate);
  expect([await shown(), asked]).toEqual([1, 3]);
  await new Promise(setImmediate);
  expect([await shown(), asked]).toEqual([3, 3]);
});
