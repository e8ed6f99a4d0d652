import { Refusal, Unreachable } from '../../api/refusal';
import { claimingAfter, createClaims, type Claiming } from './claims';

const MINE: Claiming = { state: 'mine', until: '2026-03-06T12:30:00Z' };

/** Answers when told to. */
function slowServer() {
  const asked: string[] = [];
  const waiting: (() => void)[] = [];
  const ask = <Answer>(what: string, answer: Answer) =>
    new Promise<Answer>((resolve) => {
      asked.push(what);
      waiting.push(() => resolve(answer));
    });
  const claims = createClaims(
    (id) => ask(`take ${id}`, MINE),
    (id) => ask(`release ${id}`, null),
  );
  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 9; turn += 1) await Promise.resolve();
  };
  const answerOne = async (): Promise<void> => {
    await settle();
    waiting.shift()?.();
    await settle();
  };
  return { asked, claims, answerOne };
}

it('asks about one piece in turn: what is taken anew is not let go by the request before', async () => {
  const { asked, claims, answerOne } = slowServer();
  void claims.take('a');
  claims.letGo('a');
  void claims.take('a');
  void claims.take('b');
  await answerOne();
  expect(asked).toEqual(['take a', 'take b', 'release a']);
  await answerOne();
  await answerOne();
  expect(asked).toEqual(['take a', 'take b', 'release a', 'take a']);
});

it('keeps a piece whose answer is under way, and lets it go once', async () => {
  const { asked, claims, answerOne } = slowServer();
  let answered: () => void = () => undefined;
  const done = claims.whileAnswering('a', () => new Promise<void>((resolve) => (answered = resolve)));
  claims.letGo('a'); // the page went on to the next one
  await answerOne();
  expect(asked).toEqual([]);
  answered();
  await done;
  await answerOne();
  expect(asked).toEqual(['release a']);
});

it('lets go of a piece also when its answer failed', async () => {
  const { asked, claims, answerOne } = slowServer();
  await expect(claims.whileAnswering('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  await answerOne();
  expect(asked).toEqual(['release a']);
});

it('says whose a piece is and until when, or what else stands in the way', () => {
  const body = { reviewerId: 'r', until: '2026-03-06T12:30:00Z' };
  expect(claimingAfter(new Refusal('claimed_by_other', 409, [], null, body))).toEqual({ state: 'other', ...body });
  expect(claimingAfter(new Refusal('own_work', 403))).toEqual({ state: 'refused', why: 'own_work' });
  expect(claimingAfter(new Refusal('of a newer server', 409))).toEqual({ state: 'refused', why: 'other' });
  expect(claimingAfter(new Refusal('unavailable', 503))).toEqual({ state: 'unreachable' });
  expect(claimingAfter(new Unreachable(null))).toEqual({ state: 'unreachable' });
});
