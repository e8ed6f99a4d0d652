import { randomUUID } from 'node:crypto';
import { checkDecisions, type Decisions } from '@daka/proof';
import { ownerId, soon, startHarness, type Harness, type Learner } from '../../testing/service';

jest.setTimeout(180_000);

let payment: Harness;
let learner: Learner;
let other: Learner;
const arbiter = randomUUID();

beforeAll(async () => {
  payment = await startHarness({ config: { REFUND_MAX_ATTEMPTS: 1, ARBITERS: [arbiter] } });
  learner = await payment.paid();
  other = await payment.paid();
  await admitted(learner, 1);
  await admitted(other, 2);
});
afterAll(() => payment?.stop());

const staffLog = (query = '') => payment.request<Decisions>(`/cohorts/${payment.cohortId}/decisions${query}`, ownerId);
const ownLog = (of: Learner, query = '') =>
  payment.request<Decisions>(`/enrolments/${of.enrolmentId}/decisions${query}`, of.learnerId);
/** The log once it has so many entries. */
const entries = (count: number) =>
  soon(async () => {
    const { body } = await staffLog();
    return body.items.length >= count ? body.items : null;
  });
const rejected = (of: Learner, day: string, rejectedBy = ownerId) =>
  payment.env.publish('checkin.enrolment', of.enrolmentId, 'checkin.entry-rejected.v1', {
    enrolmentId: of.enrolmentId,
    day,
    reason: 'Copied from yesterday',
    rejectedBy,
    rejectedAt: `${day}T20:00:00Z`,
  });

const admitted = ({ enrolmentId, cohortId }: Learner, memberNumber: number) =>
  payment.env.publish('membership.enrolment', enrolmentId, 'membership.enrolment-admitted.v1', {
    enrolmentId,
    cohortId,
    memberNumber,
    group: 1,
    admittedAt: '2026-03-01T12:00:00Z',
  });

/** A learner whose refund of 500 the bank gave back. */
async function withoutWayBack(): Promise<Learner> {
  const stuck = await payment.paid();
  await payment.control('faults', { refunds: { pendingMs: null } });
  await payment.payoutDue(stuck, '2026-03-02', 500);
  const { payment_intent } = await soon(async () =>
    (await payment.charges()).find(
      ({ metadata, refunds_pending }) => metadata['enrolmentId'] === stuck.enrolmentId && refunds_pending === 500,
    ),
  );
  await payment.control('faults', {});
  const refunds = (await (
    await fetch(`${payment.sandbox.url}/v1/refunds?payment_intent=${payment_intent}`, {
      headers: { authorization: 'Bearer sk_test_daka' },
    })
  ).json()) as { data: { id: string }[] };
  await payment.control(`refunds/${refunds.data[0]?.id}/settle`, { as: 'failed', reason: 'expired_or_canceled_card' });
  await soon(async () => (await payment.statement(stuck)).waiting.length === 1);
  return stuck;
}

it('enters what was decided: who as what, about whom, when, why and how much', async () => {
  await rejected(learner, '2026-03-02');
  await entries(1);
  const { enrolmentId, cohortId } = learner;
  const arbiter = randomUUID();
  await payment.env.publish('checkin.enrolment', enrolmentId, 'checkin.appeal-answered.v1', {
    enrolmentId,
    cohortId,
    appealId: randomUUID(),
    subject: { kind: 'rejected_entry', day: '2026-03-02' },
    decision: 'upheld',
    reason: 'They are your own words',
    answeredBy: arbiter,
    answeredAs: 'arbiter',
    frozenMinor: 476,
    excusedDays: [],
    answeredAt: '2026-03-04T08:00:00Z',
  });
  await payment.env.publish('checkin.enrolment', other.enrolmentId, 'checkin.leave-decided.v1', {
    enrolmentId: other.enrolmentId,
    cohortId,
    leaveId: randomUUID(),
    approved: true,
    reason: 'Nobody answered within 3 days: granted by the rule',
    decidedBy: null,
    decidedAt: '2026-03-05T08:00:00Z',
  });
  await entries(3);
  await payment.env.publish('checkin.enrolment', other.enrolmentId, 'checkin.removed.v1', {
    enrolmentId: other.enrolmentId,
    removedOn: '2026-03-06',
    removedAt: '2026-03-06T08:00:00Z',
    byHand: { reason: 'Insulted others', removedBy: ownerId },
  });
  // By the rule: nobody decided that.
  await payment.env.publish('checkin.enrolment', learner.enrolmentId, 'checkin.removed.v1', {
    enrolmentId,
    removedOn: '2026-03-06',
    removedAt: '2026-03-06T09:00:00Z',
  });
  await entries(4);
  await payment.env.publish('checkin.cohort', cohortId, 'checkin.cohort-day-excused.v1', {
    cohortId,
    organisationId: payment.organisationId,
    currency: 'CNY',
    day: '2026-03-07',
    reason: 'The platform was away',
    decidedBy: ownerId,
    excusedAt: '2026-03-08T08:00:00Z',
  });
  const found = await entries(5);
  expect(
    found.map(({ kind, by, memberNumber, day, outcome, amountMinor, reason }) => [
      kind,
      by,
      memberNumber,
      day,
      outcome,
      amountMinor,
      reason,
    ]),
  ).toEqual([
    ['entry_rejected', 'owner', 1, '2026-03-02', null, null, 'Copied from yesterday'],
    ['appeal_answered', 'arbiter', 1, '2026-03-02', 'upheld', 476, 'They are your own words'],
    ['leave_decided', 'rule', 2, null, 'approved', null, expect.stringContaining('by the rule')],
    ['member_removed', 'owner', 2, '2026-03-06', null, null, 'Insulted others'],
    ['day_excused', 'owner', null, '2026-03-07', null, null, 'The platform was away'],
  ]);
  expect(found[1]?.who).toMatchObject({ decidedById: arbiter, enrolmentId });
});

it('enters a payment by hand, the objection and the confirmation, each with its amount', async () => {
  const before = (await staffLog()).body.items.length;
  const stuck = await withoutWayBack();
  await admitted(stuck, 3);
  const order = { amountMinor: 500, method: 'bank transfer', reference: 'wire-1' };
  expect((await payment.request(`/enrolments/${stuck.enrolmentId}/manual-payouts`, ownerId, order)).status).toBe(201);
  const answer = (isReceived: boolean, reason?: string) =>
    payment.request(`/enrolments/${stuck.enrolmentId}/manual-payout-answers`, stuck.learnerId, {
      reference: 'wire-1',
      isReceived,
      ...(reason === undefined ? {} : { reason }),
    });
  await answer(false, 'Nothing came');
  await answer(true);
  expect(
    (await entries(before + 3))
      .slice(before)
      .map(({ kind, by, amountMinor, reason }) => [kind, by, amountMinor, reason]),
  ).toEqual([
    ['hand_payment_told', 'owner', 500, 'bank transfer'],
    ['hand_payment_objected', 'learner', 500, 'Nothing came'],
    ['hand_payment_confirmed', 'learner', 500, ''],
  ]);
});

it('shows members numbers and roles and no account, in a chain that they can check as well', async () => {
  const { status, body } = await ownLog(learner);
  expect(status).toBe(200);
  expect(body.items.length).toBeGreaterThan(4);
  expect(JSON.stringify(body)).not.toMatch(new RegExp([ownerId, learner.enrolmentId, other.enrolmentId].join('|')));
  expect(checkDecisions([body], [])).toEqual([]);
  const staff = (await staffLog()).body;
  expect(checkDecisions([staff], [])).toEqual([]);
  expect(body.items.map(({ hash }) => hash)).toEqual(staff.items.map(({ hash }) => hash));
});

it("shows the platform's arbiter, who is on no staff, what members see, and of no cohort that is not there", async () => {
  const path = `/cohorts/${payment.cohortId}/decisions`;
  const { status, body } = await payment.request<Decisions>(path, arbiter);
  expect(status).toBe(200);
  expect(body.items).toEqual((await ownLog(learner)).body.items);
  expect((await payment.request(`/cohorts/${randomUUID()}/decisions`, arbiter)).status).toBe(404);
  expect((await payment.request(`/cohorts/${payment.cohortId}/accounts`, arbiter)).status).toBe(403);
  expect((await payment.request(`/enrolments/${learner.enrolmentId}/statement`, arbiter)).status).toBe(404);
});

it('is read in pages, and by nobody who does not belong to the cohort', async () => {
  const pages: Decisions[] = [];
  for (let query = '?limit=2'; query !== '';) {
    const { body } = await ownLog(learner, query);
    pages.push(body);
    query = body.nextCursor === undefined ? '' : `?limit=2&cursor=${body.nextCursor}`;
  }
  expect(pages.length).toBeGreaterThan(2);
  expect(checkDecisions(pages, [])).toEqual([]);
  const unpaid = await payment.seatHeld();
  expect((await ownLog(unpaid)).status).toBe(404);
  const path = `/cohorts/${payment.cohortId}/decisions`;
  expect((await payment.request(path, learner.learnerId)).status).toBe(404);
  expect((await payment.request(path, randomUUID())).status).toBe(404);
  expect((await payment.request(path, null)).status).toBe(401);
  expect((await payment.request(`/enrolments/${learner.enrolmentId}/decisions`, other.learnerId)).status).toBe(404);
  expect((await payment.request(`/enrolments/${learner.enrolmentId}/decisions`, null)).status).toBe(401);
});

it('loses nothing and doubles nothing when many decide at once and everything is said again', async () => {
  const before = (await staffLog()).body.items.length;
  const days = Array.from({ length: 20 }, (_, index) => `2026-04-${String(index + 1).padStart(2, '0')}`);
  for (const day of days) await rejected(Number(day.slice(-2)) % 2 ? learner : other, day);
  await entries(before + 20);
  await payment.restart();
  const all = await staffLog();
  expect(all.body.items).toHaveLength(before + 20);
  expect(checkDecisions([all.body], [])).toEqual([]);
  const ofOne = all.body.items.slice(before).filter(({ memberNumber }) => memberNumber === 1);
  expect(ofOne.map(({ day }) => day)).toEqual(days.filter((day) => Number(day.slice(-2)) % 2));
});

it.each([
  ['cooling_off', 404],
  ['no_seat', 404],
  ['cohort_cancelled', 200],
] as const)('of a payment that was given back for %s answers its learner %i', async (reason, status) => {
  const gone = await payment.paid();
  expect((await ownLog(gone)).status).toBe(200);
  await payment.cancelled(gone, reason);
  await soon(async () => (await payment.statement(gone)).lines.some(({ kind }) => kind === 'cancelled') || null);
  expect((await ownLog(gone)).status).toBe(status);
});

it('enters what the owner changed of the published cohort, each change a line', async () => {
  const known = (await staffLog('?limit=100')).body.items.length;
  await payment.env.publish('membership.cohort', payment.cohortId, 'membership.cohort-changed.v1', {
    cohortId: payment.cohortId,
    changes: [
      { field: 'capacity', from: '20', to: '30' },
      { field: 'description', from: null, to: null },
    ],
    changedBy: ownerId,
    changedAt: '2026-03-09T08:00:00Z',
  });
  const entry = await soon(async () => (await staffLog('?limit=100')).body.items[known]);
  expect(entry).toMatchObject({
    kind: 'cohort_changed',
    by: 'owner',
    memberNumber: null,
    at: '2026-03-09T08:00:00.000Z',
    reason: 'capacity: 20 → 30\ndescription',
    who: { decidedById: ownerId, enrolmentId: null },
  });
  expect(checkDecisions([(await ownLog(learner, '?limit=100')).body], [])).toEqual([]);
});

it('enters a change that is told twice once', async () => {
  const known = (await staffLog('?limit=100')).body.items.length;
  const change = (to: string) => ({
    cohortId: payment.cohortId,
    changes: [{ field: 'title', from: 'before', to }],
    changedBy: ownerId,
    changedAt: '2026-03-10T08:00:00Z',
  });
  const type = 'membership.cohort-changed.v1';
  const say = (to: string, options?: { seq: number }) =>
    payment.env.publish('membership.cohort', payment.cohortId, type, change(to), options);
  await say('twice');
  const first = await payment.env.nextMessage(
    'membership.cohort',
    (message) => message.type === type && JSON.stringify(message.data).includes('twice'),
  );
  await say('twice', { seq: first.streamseq });
  // What comes after it was handled after it.
  await say('once');
  await soon(async () => (await staffLog('?limit=100')).body.items.length >= known + 2 || null);
  const items = (await staffLog('?limit=100')).body.items.slice(known);
  expect(items.map(({ reason }) => reason)).toEqual(['title: before → twice', 'title: before → once']);
});
