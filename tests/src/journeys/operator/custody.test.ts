import { paymentHttp } from '@daka/contracts';
import { signUp, type Session } from '@daka/replay';
import type { Policy } from '@daka/rules';
import { eventually } from '@daka/service-kit/testing';
import { z } from 'zod';
import { account, member, openCourse, type Course, type Learner } from '../../support/cohort-world';
import { plain, startTrial, type Trial } from '../../support/trial';

const DAY = '2026-03-02';
const ALL_OVER = '2026-03-15T00:00:00Z';
const PATIENCE = { timeoutMs: 90_000 };
/** What one and a half learners forfeit is for who did both days; of that, 500 fit on the fee that was paid. */
const policy: Policy = {
  ...plain,
  entryFeeMinor: 500,
  depositMinor: 10_000,
  days: 2,
  forfeits: { ...plain.forfeits, finishersBps: 10_000, organiserBps: 0, sharedBy: 'perfect' },
};
const PAID = policy.entryFeeMinor + policy.depositMinor;
const BONUS = 15_000;
const CREDIT = BONUS - policy.entryFeeMinor;

const Charged = z.object({
  charges: z.array(z.object({ metadata: z.record(z.string(), z.string()), account: z.string() })),
});

/** Whose sum stands in the path of a leaf beside it, as `path[0]`. */
const siblingOf = (index: number) => index ^ 1;

describe('an operator who would have the money in other hands', () => {
  let trial: Trial;
  let course: Course;
  let other: Course;
  let ada: Learner;
  let bo: Learner;
  let cy: Learner;
  let elsewhere: Learner;

  beforeAll(async () => {
    trial = await startTrial({ serviceEnv: { payment: { PROOF_EVERY_MS: '500' } } });
    const { client } = trial.world;
    course = await openCourse(client, { policy });
    other = await openCourse(client, { policy });
    [ada, bo, cy] = [
      await member(client, course.cohort, 'ada'),
      await member(client, course.cohort, 'bo'),
      await member(client, course.cohort, 'cy'),
    ];
  }, 300_000);
  afterAll(() => trial?.stop());

  const accountOf = ({ organisationId }: Course) => `/api/payment/organisations/${organisationId}/stripe-account`;
  const choose = (by: Session, of: Course, accountId: string | null) =>
    by.send({ method: 'PUT', path: accountOf(of), body: { accountId } });
  const connected = async (of: Course) =>
    (await of.owner.ask({ method: 'GET', path: accountOf(of) }, paymentHttp.StripeAccountBody)).accountId;

  /** As an owner does it: again and again asked, until Stripe has nothing more to ask. */
  const connect = async (of: Course): Promise<string> =>
    eventually(async () => {
      const started = { method: 'POST', path: accountOf(of), body: {} } as const;
      const { accountId, url } = await of.owner.askUntilThere(started, paymentHttp.OnboardingBody);
      if (url === null) return accountId;
      await fetch(`${url}/complete`, { method: 'POST', headers: { accept: 'application/json' } });
      return false;
    }, PATIENCE);

  it('takes the account of another organisation: it is refused, and their learners pay the platform as before', async () => {
    const accountId = await connect(course);
    for (let tries = 0; tries < 2; tries += 1)
      expect(await choose(other.owner, other, accountId)).toMatchObject({
        status: 409,
        code: 'account_bound_elsewhere',
      });
    expect(await choose(other.owner, other, 'acct_1NobodyKnows')).toMatchObject({ status: 409 });
    expect((await choose(other.owner, course, null)).status).toBe(404);
    expect([await connected(course), await connected(other)]).toEqual([accountId, null]);
    elsewhere = await member(trial.world.client, other.cohort, 'elsewhere');
    const state = await (await fetch(`${trial.world.system.urls['sandbox']}/_sandbox/state`)).json();
    const charged = Charged.parse(state).charges.filter(
      ({ metadata }) => metadata['enrolmentId'] === elsewhere.enrolmentId,
    );
    expect(charged.map((charge) => charge.account)).toEqual(['']);
  }, 120_000);

  it('reads in a receipt what a neighbour has: of no neighbour are both halves told', async () => {
    trial.world.setClock(`${DAY}T04:00:00Z`);
    for (const learner of [ada, bo, elsewhere]) await trial.checkIn(learner, DAY);
    trial.world.setClock('2026-03-03T04:00:00Z');
    const places = await Promise.all([ada, bo, cy].map((learner) => placesOf(learner, DAY)));
    for (const [at, own] of places.entries())
      for (const neighbour of places.toSpliced(at, 1)) {
        const told = own.map(siblingOf);
        expect(neighbour.every((half) => told.includes(half))).toBe(false);
        expect(neighbour.map(siblingOf)).not.toContain(neighbour[0]);
      }
    const stranger = await signUp(trial.world.client, account('stranger'));
    for (const by of [bo.session, course.owner, stranger]) {
      const path = `/payment/enrolments/${ada.enrolmentId}/receipts/${DAY}`;
      expect([403, 404]).toContain((await trial.get(by, path)).status);
    }
    await trial.checkIn(ada, '2026-03-03');
    await trial.checkIn(elsewhere, '2026-03-03');
  }, 120_000);

  const placesOf = ({ session, enrolmentId }: Learner, day: string) =>
    eventually(async () => {
      const { body } = await trial.get(session, `/payment/enrolments/${enrolmentId}/receipts/${day}`);
      const receipt = paymentHttp.ReceiptBody.safeParse(body).data;
      return receipt !== undefined && 'halves' in receipt && Object.values(receipt.halves).map(({ index }) => index);
    }, PATIENCE);

  it('says "paid in cash" to be rid of credit: it stays until its learner says so, who does not', async () => {
    trial.world.setClock(ALL_OVER);
    await trial.money.settledStatement(ada, ({ creditMinor }) => creditMinor === CREDIT);
    const hers = {
      refundedMinor: policy.depositMinor,
      bonusMinor: BONUS,
      bonusPaidMinor: policy.entryFeeMinor,
      creditMinor: CREDIT,
      paidOutsideMinor: 0,
    };
    const told = `/payment/enrolments/${ada.enrolmentId}/manual-payouts`;
    const answered = `/payment/enrolments/${ada.enrolmentId}/manual-payout-answers`;
    const cash = (amountMinor: number) => ({ amountMinor, method: 'cash', reference: 'cash' });
    expect(await trial.post(course.owner, told, cash(CREDIT + 1))).toMatchObject({ status: 409 });
    expect(await trial.post(course.owner, told, cash(CREDIT))).toMatchObject({ status: 201, body: { state: 'told' } });
    const received = { reference: 'cash', isReceived: true };
    expect((await trial.post(course.owner, answered, received)).status).toBe(403);
    trial.world.setClock('2026-06-15T00:00:00Z');
    expect(await trial.money.statement(ada)).toMatchObject({ ...hers, unconfirmedMinor: CREDIT });
    const objection = { reference: 'cash', isReceived: false, reason: 'Nobody gave me anything.' };
    expect(await trial.post(ada.session, answered, objection)).toMatchObject({ status: 201 });
    expect(await trial.money.statement(ada)).toMatchObject({ ...hers, unconfirmedMinor: 0 });
  }, 180_000);

  it('and in the end everybody has what the rules give', async () => {
    expect(await trial.money.charges(ada)).toEqual([[PAID, PAID]]);
    expect(await trial.money.charges(bo)).toEqual([[PAID, 5_000]]);
    expect(await trial.money.charges(cy)).toEqual([[PAID, 0]]);
    await trial.hasWholeDeposit(elsewhere, policy);
  }, 120_000);
});
