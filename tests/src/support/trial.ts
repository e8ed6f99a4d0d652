import type { Answer, Session } from '@daka/replay';
import type { Policy } from '@daka/rules';
import { policy as tenDays, startWorld, type Learner, type World } from './cohort-world';
import { moneyOf, type Money } from './money';

/** Three days in one row, entries only, nobody removed, paid every day: what an attack changes stands out. */
export const plain: Policy = {
  ...tenDays,
  days: 3,
  coolingOffDays: 0,
  restDays: { weekdays: [], dates: [] },
  checkIn: { ...tenDays.checkIn, accepts: ['entry'] },
  removal: { per: 'never' },
  refund: { curve: 'flat', cadence: 'daily' },
  forfeits: { ...tenDays.forfeits, finishersBps: 8_000, organiserBps: 2_000, charityBps: 0 },
};

/** A running system in which somebody tries something, and how a learner is found to have what the rules give. */
export interface Trial {
  world: World;
  money: Money;
  /** `path` below /api. */
  post(by: Session, path: string, body?: object, key?: string): Promise<Answer>;
  get(by: Session, path: string): Promise<Answer>;
  /** Enters a day, which must be taken. */
  checkIn(learner: Learner, day: string, text?: string): Promise<void>;
  stateOf(learner: Learner, day: string): Promise<string | undefined>;
  /** Fails unless the whole deposit has arrived and nothing but it, and nothing is forfeited. */
  hasWholeDeposit(learner: Learner, price?: Pick<Policy, 'entryFeeMinor' | 'depositMinor'>): Promise<void>;
  stop(): Promise<void>;
}

export async function startTrial(settings: Parameters<typeof startWorld>[0] = {}): Promise<Trial> {
  const world = await startWorld(settings);
  const money = moneyOf(world);
  const post: Trial['post'] = (by, path, body = {}, key) =>
    by.send({ method: 'POST', path: `/api${path}`, body, ...(key !== undefined && { key }) });
  return {
    world,
    money,
    post,
    get: (by, path) => by.send({ method: 'GET', path: `/api${path}` }),
    async checkIn({ session, enrolmentId }, day, text = 'A day of words.') {
      const { status, code } = await post(session, `/checkin/enrolments/${enrolmentId}/entries`, { day, text });
      expect([day, status, code]).toEqual([day, 201, '']);
    },
    async stateOf(learner, day) {
      return (await money.calendar(learner)).days.find((candidate) => candidate.day === day)?.state;
    },
    async hasWholeDeposit(learner, { entryFeeMinor, depositMinor } = plain) {
      const shown = await money.settledStatement(learner, ({ refundedMinor }) => refundedMinor === depositMinor);
      expect(shown).toMatchObject({ forfeitedMinor: 0 });
      expect(await money.charges(learner)).toEqual([[entryFeeMinor + depositMinor, depositMinor]]);
    },
    stop: () => world.stop(),
  };
}
