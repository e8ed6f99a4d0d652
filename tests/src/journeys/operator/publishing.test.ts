import { randomUUID } from 'node:crypto';
import { membershipHttp, paymentHttp } from '@daka/contracts';
import { eventually } from '@daka/service-kit/testing';
import { createClient, startOrganisation, type Session } from '@daka/replay';
import type { Policy } from '@daka/rules';
import { account, member, openCourse, policy as fair, startWorld, type World } from '../../support/cohort-world';

const week = { days: 7, restDays: { weekdays: [6, 7], dates: [] } };
const required = (requiredDays: number): Policy['refund'] => ({ curve: 'threshold', requiredDays, cadence: 'at_end' });

/** What an operator tried to sell, what is changed in a fair policy for it, and the field that publishing names. */
const TRAPS: [string, Partial<Policy>, string][] = [
  ['seven days of five', { ...week, refund: required(7) }, 'policy.refund.requiredDays'],
  ['nothing but rest', { restDays: { weekdays: [1, 2, 3, 4, 5, 6, 7], dates: [] } }, 'policy.restDays'],
  ['a text longer than fits', { checkIn: { ...fair.checkIn, minCharacters: 200_000 } }, 'policy.checkIn.minCharacters'],
  ['no time to look', { checkIn: { ...fair.checkIn, reviewDays: 0 } }, 'policy.checkIn.reviewDays'],
  ['make-ups without end', { makeUp: { windowDays: null, quota: null } }, 'policy.makeUp.endsOn'],
  ['a plan that is over', { startsOn: '2026-02-01' }, 'policy.startsOn'],
  ['no such currency', { currency: 'XXX' }, 'policy.currency'],
  ['USD 0.20', { currency: 'USD', entryFeeMinor: 0, depositMinor: 20 }, 'policy.depositMinor'],
  ['JPY 49', { currency: 'JPY', entryFeeMinor: 0, depositMinor: 49 }, 'policy.depositMinor'],
  ['KRW 499', { currency: 'KRW', entryFeeMinor: 0, depositMinor: 499 }, 'policy.depositMinor'],
  ['CNY 3.99, all of it fee', { currency: 'CNY', entryFeeMinor: 399, depositMinor: 0 }, 'policy.entryFeeMinor'],
  ['GBP 0.29', { currency: 'GBP', entryFeeMinor: 0, depositMinor: 29 }, 'policy.depositMinor'],
  ['what the processor does not charge', { currency: 'VND', depositMinor: 1_000_000 }, 'policy.currency'],
  ['BHD 5.005', { currency: 'BHD', entryFeeMinor: 0, depositMinor: 5_005 }, 'policy.depositMinor'],
  ['KWD 1.005', { currency: 'KWD', entryFeeMinor: 0, depositMinor: 1_005 }, 'policy.depositMinor'],
  ['more than anybody pays', { depositMinor: 10 ** 14 }, 'policy.depositMinor'],
  [
    'all forfeits for the operator',
    { forfeits: { ...fair.forfeits, finishersBps: 0, organiserBps: 10_000, charityBps: 0 } },
    'policy.forfeits.organiserBps',
  ],
  [
    'an inheritance when nobody finishes',
    { forfeits: { ...fair.forfeits, ifNoFinishers: 'organiser' } },
    'policy.forfeits.ifNoFinishers',
  ],
];

describe('an operator who publishes what nobody can fulfil or pay', () => {
  let world: World;
  let owner: Session;
  let organisationId: string;

  beforeAll(async () => {
    world = await startWorld();
    const started = await startOrganisation(world.client, account('owner'), 'Course of traps');
    ({ owner, organisationId } = started);
  }, 300_000);
  afterAll(() => world?.stop());

  async function publishing(policy: Policy, more: object = {}) {
    const { id } = await owner.ask(
      {
        method: 'POST',
        path: `/api/membership/organisations/${organisationId}/cohorts`,
        body: {
          title: 'A bargain',
          policy,
          capacity: 20,
          rules: [{ title: 'Write every day', text: 'The word to answer with is: plum blossom.' }],
          passphrase: 'plum blossom',
          ...more,
        },
        key: randomUUID(),
      },
      membershipHttp.CohortBody,
    );
    const answer = await owner.send({ method: 'POST', path: `/api/membership/cohorts/${id}/publish`, body: {} });
    const path = `/api/membership/cohorts/${id}`;
    const seen = await createClient({ origin: world.system.origin }).send({ method: 'GET', path });
    return { answer, seen };
  }

  it.each(TRAPS)('%s: is refused by the field, and no learner sees it', async (_, changes, field) => {
    const { answer, seen } = await publishing({ ...fair, ...changes });
    expect(answer).toMatchObject({
      status: 409,
      body: { fields: expect.arrayContaining([expect.objectContaining({ path: field })]) },
    });
    expect(seen.status).toBe(404);
  });

  it.each([
    ['no time to appeal', { appealDays: 0 }, 'appealDays'],
    ['an enrolment that ended in 2001', { enrolUntil: '2001-01-01T00:00:00Z' }, 'enrolUntil'],
  ])('%s: is refused by the field', async (_, more, field) => {
    const { answer, seen } = await publishing(fair, more);
    expect(answer).toMatchObject({ status: 409, body: { fields: [expect.objectContaining({ path: field })] } });
    expect(seen.status).toBe(404);
  });

  it('what is changed after the publishing stands in the decision log, to be read by who has paid', async () => {
    const { cohort, owner: teacher } = await openCourse(world.client);
    const learner = await member(world.client, cohort, 'reader');
    const path = `/api/membership/cohorts/${cohort.id}`;
    const change = (body: object) => teacher.send({ method: 'PATCH', path, body });
    expect(await change({ policy: { ...fair, depositMinor: 1_000_000 } })).toMatchObject({ status: 409 });
    expect(await change({ title: 'Another bargain', description: 'Now with less.' })).toMatchObject({ status: 200 });
    const log = `/api/payment/enrolments/${learner.enrolmentId}/decisions`;
    const entries = await eventually(async () => {
      const { items } = await learner.session.ask({ method: 'GET', path: log }, paymentHttp.DecisionsBody);
      return items.length > 0 ? items : null;
    });
    expect(entries.map(({ kind, by, reason }) => [kind, by, reason])).toEqual([
      ['cohort_changed', 'owner', `title: Ten days of writing → Another bargain\ndescription`],
    ]);
  }, 60_000);

  it('and what can be fulfilled is published, to be seen by everybody', async () => {
    const { answer, seen } = await publishing(fair);
    expect([answer.status, seen.status]).toEqual([200, 200]);
  });
});
