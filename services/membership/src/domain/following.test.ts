import type { Enrolment, EnrolmentEvent } from './enrolment';
import { refuseAdmission, reinstateMember, releaseMember, removeMember, settleMember } from './follow-check-in';
import { followPlace } from './follow-place';
import { mayBeSeated, receivePayment, type Seated } from './receive-payment';
import type { Place } from './seating';
import {
  accepted,
  admitted,
  cancelled,
  enrolmentAfter,
  givenEnrolment,
  givenNoEnrolment,
  leaveAsked,
  MINUTE_MS,
  queued,
  removed,
  seatHeld,
  weekBeforeMs as nowMs,
} from '../testing/samples';

const givenMember = (...events: EnrolmentEvent[]) => givenEnrolment(accepted, seatHeld, admitted, ...events);

describe('following the seating', () => {
  const member: Place = { kind: 'member', memberNumber: 5, group: 3, paidAtMs: nowMs, revision: 9 };
  const held: Place = { kind: 'held', expiresAtMs: nowMs + MINUTE_MS, revision: 9 };
  const waiting: Place = { kind: 'waiting', position: 1, revision: 9 };
  const none: Place = { kind: 'none', revision: 9 };
  const isPlaced = (place: Place) => (enrolment: Enrolment | null) => followPlace(enrolment, place, nowMs);

  const heldSeat: EnrolmentEvent = { type: 'seat-held', holdExpiresAtMs: nowMs + MINUTE_MS, placeRevision: 9 };
  const released: EnrolmentEvent = { type: 'seat-released', placeRevision: 9, atMs: nowMs };
  const queuedThen: EnrolmentEvent = { type: 'queued', placeRevision: 9 };
  const seen: EnrolmentEvent = { type: 'place-seen', placeRevision: 9 };

  it('takes the hold, also a later one', () => {
    for (const events of [[accepted], [accepted, queued], [accepted, seatHeld]])
      givenEnrolment(...events)
        .when(isPlaced(held))
        .then(heldSeat);
  });
  it('waits, and gives a hold that ran out back first', () => {
    givenEnrolment(accepted).when(isPlaced(waiting)).then(queuedThen);
    givenEnrolment(accepted, seatHeld).when(isPlaced(waiting)).then(released, queuedThen);
    givenEnrolment(accepted, queued).when(isPlaced(waiting)).then(seen);
  });
  it('gives a seat back that was lost', () => {
    givenEnrolment(accepted, seatHeld).when(isPlaced(none)).then(released);
    givenEnrolment(accepted).when(isPlaced(none)).then(seen);
  });
  it('is admitted with number and group', () => {
    givenEnrolment(accepted, seatHeld)
      .when(isPlaced(member))
      .then({ type: 'admitted', memberNumber: 5, group: 3, paidAtMs: nowMs, placeRevision: 9, atMs: nowMs });
  });
  it('ignores what it followed before, and what is older', () => {
    givenEnrolment(accepted, seatHeld)
      .when(isPlaced({ ...none, revision: 3 }))
      .then();
    givenEnrolment(accepted, seatHeld)
      .when(isPlaced({ ...held, revision: 2 }))
      .then();
  });
  it('says that a place given after the end is unclaimed', () => {
    const freed = givenEnrolment(accepted, cancelled('cooling_off'), { type: 'seat-freed' });
    freed.when(isPlaced(held)).then({ type: 'seat-unclaimed', placeRevision: 9 });
    freed.when(isPlaced(none)).then();
  });
  it('leaves members alone', () => {
    givenMember().when(isPlaced(none)).then();
  });
});

describe('a payment', () => {
  const number7: Seated = { kind: 'member', memberNumber: 7, group: 4, paidAtMs: nowMs, revision: 9 };
  const pays = (seated: Seated) => (enrolment: Enrolment | null) =>
    receivePayment(enrolment, { paidAtMs: nowMs, nowMs, seated });
  const paidAfterEnd: EnrolmentEvent = { type: 'paid-after-end', paidAtMs: nowMs, atMs: nowMs };

  it('admits with the number that the seating gave', () => {
    givenEnrolment(accepted, seatHeld)
      .when(pays(number7))
      .then({ type: 'admitted', memberNumber: 7, group: 4, paidAtMs: nowMs, placeRevision: 9, atMs: nowMs });
  });
  it.each(['no_seat', 'cohort_cancelled'] as const)('without a seat (%s) cancels, so that it goes back', (kind) => {
    givenEnrolment(accepted, seatHeld).when(pays({ kind })).then(cancelled(kind, nowMs));
  });
  it('after the end says the cancellation again, once', () => {
    const ended = [accepted, seatHeld, cancelled('cooling_off')];
    givenEnrolment(...ended)
      .when(pays({ kind: 'no_seat' }))
      .then(paidAfterEnd);
    givenEnrolment(...ended, paidAfterEnd)
      .when(pays({ kind: 'no_seat' }))
      .then();
  });
  it('that comes twice changes nothing', () => {
    givenMember().when(pays(number7)).then();
    givenNoEnrolment.when(pays(number7)).then();
  });
  it('may buy a seat only on the way to one', () => {
    const steps = [accepted, queued, seatHeld, admitted];
    const lengths = [0, 1, 2, 3, 4];
    expect(lengths.map((length) => mayBeSeated(enrolmentAfter(...steps.slice(0, length))))).toEqual([
      false,
      true,
      true,
      true,
      false,
    ]);
  });
});

describe('check-in', () => {
  const settledAt = '2026-03-20T00:00:00.000Z';
  const settledAtMs = Date.parse(settledAt);
  const removes = (enrolment: Enrolment | null) =>
    removeMember(enrolment, { enrolmentId: 'mei', removedOn: '2026-03-05', removedAt: '2026-03-05T16:00:00Z' });
  const settles = (completed: boolean) => (enrolment: Enrolment | null) =>
    settleMember(enrolment, { completed, settledAt });
  const refuses = (enrolment: Enrolment | null) => refuseAdmission(enrolment, { refusedAt: settledAt });

  it('removes and reinstates', () => {
    givenMember().when(removes).then(removed);
    givenMember(removed).when(reinstateMember).then({ type: 'reinstated' });
    expect(givenMember(removed, { type: 'reinstated' }).state).toMatchObject({ status: 'admitted', removedOn: null });
  });
  it('keeps why the staff removed somebody, until an appeal undoes it', () => {
    const byHand = { reason: 'insulted others', removedBy: 'li' };
    const out = { type: 'removed', removedOn: '2026-03-05', reason: 'insulted others' } as const;
    givenMember()
      .when((enrolment) =>
        removeMember(enrolment, { enrolmentId: 'mei', removedOn: '2026-03-05', removedAt: settledAt, byHand }),
      )
      .then(out);
    expect(givenMember(out).state).toMatchObject({ status: 'removed', removalReason: 'insulted others' });
    expect(givenMember(out, { type: 'reinstated' }).state).toMatchObject({ removalReason: null });
  });
  it('settles: completed, or out for good', () => {
    givenMember().when(settles(true)).then({ type: 'completed', atMs: settledAtMs });
    givenMember(removed).when(settles(false)).then({ type: 'settled', atMs: settledAtMs });
  });
  it('that refused an admission cancels it, so that everything goes back; once, and not what is settled', () => {
    const refused = cancelled('no_seat', nowMs, settledAtMs);
    givenMember().when(refuses).then(refused);
    expect(givenMember(refused).state).toMatchObject({ status: 'cancelled', seatToFree: true });
    givenMember(refused).when(refuses).then();
    givenMember({ type: 'settled', atMs: nowMs }).when(refuses).then();
  });
  it('that lets a member go ends the enrolment as of when it was asked, once, and only if it was asked', () => {
    const letGo = cancelled('cooling_off', nowMs);
    givenMember(leaveAsked('cooling_off')).when(releaseMember).then(letGo);
    const gone = givenMember(leaveAsked('cooling_off'), letGo);
    expect(gone.state).toMatchObject({ status: 'cancelled', leaving: null, seatToFree: true });
    gone.when(releaseMember).then();
    givenMember().when(releaseMember).then();
  });
  it('that settled a member before it was asked to let them go has the last word', () => {
    const completed: EnrolmentEvent = { type: 'completed', atMs: settledAtMs };
    givenMember(leaveAsked('cooling_off')).when(settles(true)).then(completed);
    expect(givenMember(leaveAsked('cooling_off'), completed).state).toMatchObject({
      status: 'completed',
      leaving: null,
    });

    const settled: EnrolmentEvent = { type: 'settled', atMs: settledAtMs };
    givenMember(leaveAsked('cooling_off'), removed).when(settles(false)).then(settled);
    expect(givenMember(leaveAsked('cooling_off'), settled).state).toMatchObject({
      status: 'admitted',
      leaving: null,
      settledAtMs,
    });
  });
  it('says nothing new about somebody who left or is out already', () => {
    givenEnrolment(cancelled('cooling_off')).when(removes).then();
    givenMember(removed).when(removes).then();
    givenMember({ type: 'completed', atMs: nowMs }).when(settles(true)).then();
    for (const decide of [removes, reinstateMember, settles(true), refuses, releaseMember])
      givenNoEnrolment.when(decide).then();
  });
});
