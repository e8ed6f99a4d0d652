import type { MessageOn } from '@daka/contracts';
import { acceptRules, wasWrong, WRONG_ANSWERS_PER_HOUR } from './accept-rules';
import { apply, applicationTo, openCohort } from './apply';
import { cancelWithCohort, seatFreed } from './end-enrolment';
import { evolveEnrolment, type EnrolmentEvent, type EnrolmentStatus } from './enrolment';
import { enrolmentMessage } from './enrolment-messages';
import { enrolmentSteps, nextStatus } from './enrolment-steps';
import { followCheckIn } from './follow-check-in';
import { followPlace } from './follow-place';
import { mayBeSeated, receivePayment } from './receive-payment';
import {
  accepted, admitted, applied, DAY_MS, enrolmentAfter, MINUTE_MS, policy, publishedCohort, queued, removed, seatHeld, startMs, weekBeforeMs as nowMs,
} from './testing/samples';
import { withdraw } from './withdraw';

const cohort = publishedCohort();
const letGo = { type: 'checkin.released.v1', data: { enrolmentId: 'mei', cohortId: 'cohort', releasedAt: '2026-03-02T00:00:00Z' } } as const;
const leaveAsked = (reason: 'cooling_off' | 'cohort_cancelled', atMs = nowMs): EnrolmentEvent => ({ type: 'leave-asked', reason, atMs });
const cancelled = (reason: 'cooling_off' | 'cohort_cancelled' | 'no_seat', paidAtMs: number | null = null, atMs = nowMs): EnrolmentEvent =>
  ({ type: 'cancelled', reason, paidAtMs, atMs });

describe('applying', () => {
  const application = applicationTo(cohort, { enrolmentId: 'mei', learnerId: 'mei-account', timeZone: 'Asia/Shanghai' });

  it('pins zone, versions and price', () => {
    expect(apply(null, application, nowMs)).toEqual([applied]);
  });
  it('again in the same words changes nothing', () => {
    expect(apply(enrolmentAfter(accepted, seatHeld), application, nowMs)).toEqual([]);
  });
  it('again from another zone refuses already_enrolled', () => {
    expect(apply(enrolmentAfter(), { ...application, timeZone: 'Europe/Paris' }, nowMs)).toMatchObject({ refused: 'already_enrolled' });
  });
  it('again after quitting refuses already_enrolled', () => {
    const quit = enrolmentAfter(accepted, seatHeld, admitted, { type: 'withdrawn', quitOn: '2026-03-04', atMs: nowMs });
    expect(apply(quit, application, nowMs)).toMatchObject({ refused: 'already_enrolled' });
  });
  it('again after a cancellation asks for a new enrolment', () => {
    expect(apply(enrolmentAfter(cancelled('cooling_off')), application, nowMs)).toMatchObject({ refused: 'cancelled_before' });
  });
  it('needs a cohort that is published and still enrols', () => {
    const { enrolUntilMs } = cohort.content;
    expect(openCohort(cohort, enrolUntilMs - 1)).toBe(cohort);
    expect(openCohort(cohort, enrolUntilMs)).toMatchObject({ refused: 'enrolment_closed' });
    expect(openCohort({ ...cohort, status: 'draft' }, nowMs)).toMatchObject({ refused: 'cohort_not_open' });
    expect(openCohort(null, nowMs)).toMatchObject({ refused: 'not_found' });
  });
});

describe('the rules gate', () => {
  const answer = { passphrase: 'blue heron', rulesVersion: 1, nowMs };

  it('opens to the passphrase, whatever its case, width and spaces', () => {
    for (const passphrase of ['blue heron', '  Blue  HERON ', 'ｂｌｕｅ ｈｅｒｏｎ']) {
      expect(acceptRules(enrolmentAfter(), cohort, { ...answer, passphrase })).toEqual([accepted]);
    }
  });
  it('counts a wrong answer', () => {
    const events = acceptRules(enrolmentAfter(), cohort, { ...answer, passphrase: 'grey heron' });
    expect(events).toEqual([{ type: 'wrong-answer', atMs: nowMs }]);
    expect(wasWrong(events as EnrolmentEvent[])).toBe(true);
    expect(wasWrong([accepted])).toBe(false);
  });
  it('refuses too_many_attempts for an hour, even the right one', () => {
    const wrong = Array.from({ length: WRONG_ANSWERS_PER_HOUR }, (): EnrolmentEvent => ({ type: 'wrong-answer', atMs: nowMs }));
    const hourLaterMs = nowMs + 60 * MINUTE_MS;
    expect(acceptRules(enrolmentAfter(...wrong), cohort, { ...answer, nowMs: hourLaterMs - 1 })).toMatchObject({ refused: 'too_many_attempts' });
    expect(acceptRules(enrolmentAfter(...wrong), cohort, { ...answer, nowMs: hourLaterMs })).toMatchObject([{ type: 'rules-accepted' }]);
  });
  it('refuses rules_changed for a version that was read before', () => {
    expect(acceptRules(enrolmentAfter(), { ...cohort, rulesVersion: 2 }, answer)).toMatchObject({ refused: 'rules_changed', extra: { rulesVersion: 2 } });
  });
  it('stays open once passed', () => {
    expect(acceptRules(enrolmentAfter(accepted, seatHeld), cohort, answer)).toEqual([]);
  });
  it('refuses enrolment_ended after a cancellation', () => {
    expect(acceptRules(enrolmentAfter(cancelled('cooling_off')), cohort, answer)).toMatchObject({ refused: 'enrolment_ended' });
  });
});

describe('following the seating', () => {
  const member = { kind: 'member', memberNumber: 5, group: 3, paidAtMs: nowMs, revision: 9 } as const;
  const held = { kind: 'held', expiresAtMs: nowMs + MINUTE_MS, revision: 9 } as const;
  const waiting = { kind: 'waiting', position: 1, revision: 9 } as const;
  const none = { kind: 'none', revision: 9 } as const;
  const heldSeat: EnrolmentEvent = { type: 'seat-held', holdExpiresAtMs: nowMs + MINUTE_MS, placeRevision: 9 };
  const released: EnrolmentEvent = { type: 'seat-released', placeRevision: 9, atMs: nowMs };

  it('takes the hold, also a later one', () => {
    for (const events of [[accepted], [accepted, queued], [accepted, seatHeld]]) expect(followPlace(enrolmentAfter(...events), held, nowMs)).toEqual([heldSeat]);
  });
  it('waits, and gives a hold that ran out back first', () => {
    expect(followPlace(enrolmentAfter(accepted), waiting, nowMs)).toEqual([{ type: 'queued', placeRevision: 9 }]);
    expect(followPlace(enrolmentAfter(accepted, seatHeld), waiting, nowMs)).toEqual([released, { type: 'queued', placeRevision: 9 }]);
    expect(followPlace(enrolmentAfter(accepted, queued), waiting, nowMs)).toEqual([{ type: 'place-seen', placeRevision: 9 }]);
  });
  it('gives a seat back that was lost', () => {
    expect(followPlace(enrolmentAfter(accepted, seatHeld), none, nowMs)).toEqual([released]);
    expect(followPlace(enrolmentAfter(accepted), none, nowMs)).toEqual([{ type: 'place-seen', placeRevision: 9 }]);
  });
  it('is admitted with number and group', () => {
    expect(followPlace(enrolmentAfter(accepted, seatHeld), member, nowMs))
      .toEqual([{ type: 'admitted', memberNumber: 5, group: 3, paidAtMs: nowMs, placeRevision: 9, atMs: nowMs }]);
  });
  it('ignores what it followed before, and what is older', () => {
    expect(followPlace(enrolmentAfter(accepted, seatHeld), { ...none, revision: 3 }, nowMs)).toEqual([]);
    expect(followPlace(enrolmentAfter(accepted, seatHeld), { ...held, revision: 2 }, nowMs)).toEqual([]);
  });
  it('says that a place given after the end is unclaimed', () => {
    const freed = enrolmentAfter(accepted, cancelled('cooling_off'), { type: 'seat-freed' });
    expect(followPlace(freed, held, nowMs)).toEqual([{ type: 'seat-unclaimed', placeRevision: 9 }]);
    expect(followPlace(freed, none, nowMs)).toEqual([]);
  });
  it('leaves members alone', () => {
    expect(followPlace(enrolmentAfter(accepted, seatHeld, admitted), none, nowMs)).toEqual([]);
  });
});

describe('a payment', () => {
  const payment = { paidAtMs: nowMs, nowMs };
  const number7 = { kind: 'member', memberNumber: 7, group: 4, paidAtMs: nowMs, revision: 9 } as const;

  it('admits with the number that the seating gave', () => {
    expect(receivePayment(enrolmentAfter(accepted, seatHeld), { ...payment, seated: number7 })).toMatchObject([{ type: 'admitted', memberNumber: 7, group: 4 }]);
  });
  it.each(['no_seat', 'cohort_cancelled'] as const)('without a seat (%s) cancels, so that it goes back', (kind) => {
    expect(receivePayment(enrolmentAfter(accepted, seatHeld), { ...payment, seated: { kind } })).toEqual([cancelled(kind, nowMs)]);
  });
  it('after the end says the cancellation again, once', () => {
    const ended = enrolmentAfter(accepted, seatHeld, cancelled('cooling_off'));
    const events = receivePayment(ended, { ...payment, seated: { kind: 'no_seat' } });
    expect(events).toEqual([{ type: 'paid-after-end', paidAtMs: nowMs, atMs: nowMs }]);
    const paid = evolveEnrolment(ended, events[0] as EnrolmentEvent);
    expect(enrolmentMessage(events[0] as EnrolmentEvent, paid)).toMatchObject({ type: 'membership.enrolment-cancelled.v1', data: { reason: 'cooling_off' } });
    expect(receivePayment(paid, { ...payment, seated: { kind: 'no_seat' } })).toEqual([]);
  });
  it('that comes twice changes nothing', () => {
    expect(receivePayment(enrolmentAfter(accepted, seatHeld, admitted), { ...payment, seated: number7 })).toEqual([]);
  });
  it('may buy a seat only on the way to one', () => {
    expect([accepted, queued, seatHeld, admitted].map((_, length, steps) => mayBeSeated(enrolmentAfter(...steps.slice(0, length + 1))))).toEqual([true, true, true, false]);
    expect(mayBeSeated(enrolmentAfter())).toBe(false);
  });
});

describe('leaving', () => {
  const member = enrolmentAfter(accepted, seatHeld, admitted);

  it.each([['applied', []], ['rules accepted', [accepted]], ['waiting', [accepted, queued]], ['seat held', [accepted, seatHeld]]])('unpaid (%s) ends the enrolment', (_, events) => {
    expect(withdraw(enrolmentAfter(...events), policy, startMs + 5 * DAY_MS)).toEqual([cancelled('cooling_off', null, startMs + 5 * DAY_MS)]);
  });
  it('before the first day opens gives everything back', () => {
    expect(withdraw(member, policy, startMs - 1)).toEqual([leaveAsked('cooling_off', startMs - 1)]);
  });
  it('later keeps what was earned, from the plan day that runs', () => {
    expect(withdraw(member, policy, startMs)).toEqual([{ type: 'withdrawn', quitOn: '2026-03-02', atMs: startMs }]);
    expect(withdraw(member, policy, startMs + DAY_MS - 1)).toMatchObject([{ quitOn: '2026-03-02' }]);
    expect(withdraw(member, policy, startMs + DAY_MS)).toMatchObject([{ quitOn: '2026-03-03' }]);
    expect(withdraw(member, policy, startMs + 90 * DAY_MS)).toMatchObject([{ quitOn: '2026-03-11' }]);
  });
  it('follows the learner\'s own zone where the policy says so', () => {
    const own = { ...policy, dayBoundary: 'learner' } as const;
    const inParis = { ...member, timeZone: 'Europe/Paris' };
    expect(withdraw(inParis, own, startMs + 7 * 60 * MINUTE_MS - 1)).toMatchObject([{ type: 'leave-asked' }]);
    expect(withdraw(inParis, own, startMs + 7 * 60 * MINUTE_MS)).toMatchObject([{ type: 'withdrawn', quitOn: '2026-03-02' }]);
  });
  it('within the cooling-off days of paying gives everything back, though the plan has begun', () => {
    const paidLate = { ...member, paidAtMs: startMs };
    expect(withdraw(paidLate, policy, startMs + 2 * DAY_MS - 1)).toMatchObject([{ type: 'leave-asked' }]);
    expect(withdraw(paidLate, policy, startMs + 2 * DAY_MS)).toMatchObject([{ type: 'withdrawn' }]);
  });
  it('again changes nothing', () => {
    expect(withdraw(enrolmentAfter(cancelled('cooling_off')), policy, nowMs)).toEqual([]);
    for (const atMs of [startMs - 1, startMs]) expect(withdraw(evolveEnrolment(member, leaveAsked('cooling_off')), policy, atMs)).toEqual([]);
  });
  it('refuses enrolment_ended once completed or settled', () => {
    for (const type of ['completed', 'settled'] as const) {
      expect(withdraw(evolveEnrolment(member, { type, atMs: nowMs }), policy, nowMs)).toMatchObject({ refused: 'enrolment_ended' });
    }
  });
});

describe('a cancelled cohort', () => {
  it('cancels everybody who is not settled', () => {
    for (const events of [[], [accepted, queued], [accepted, seatHeld]]) {
      expect(cancelWithCohort(enrolmentAfter(...events), nowMs)).toMatchObject([{ type: 'cancelled', reason: 'cohort_cancelled' }]);
    }
  });
  it('asks check-in to let its members go, once', () => {
    const quit: EnrolmentEvent = { type: 'withdrawn', quitOn: '2026-03-04', atMs: nowMs };
    for (const events of [[], [removed], [quit]]) {
      const member = enrolmentAfter(accepted, seatHeld, admitted, ...events);
      expect(cancelWithCohort(member, nowMs)).toEqual([leaveAsked('cohort_cancelled')]);
      expect(cancelWithCohort(evolveEnrolment(member, leaveAsked('cooling_off')), nowMs)).toEqual([]);
      expect(followCheckIn(evolveEnrolment(member, leaveAsked('cohort_cancelled')), letGo)).toEqual([cancelled('cohort_cancelled', nowMs)]);
    }
  });
  it('leaves what ended or is settled', () => {
    expect(cancelWithCohort(enrolmentAfter(cancelled('no_seat')), nowMs)).toEqual([]);
    expect(cancelWithCohort(enrolmentAfter(accepted, seatHeld, admitted, { type: 'completed', atMs: nowMs }), nowMs)).toEqual([]);
  });
  it('keeps no seat to free, other ends do', () => {
    expect(seatFreed(enrolmentAfter(cancelled('cohort_cancelled')))).toEqual([]);
    expect(seatFreed(enrolmentAfter(cancelled('no_seat')))).toEqual([{ type: 'seat-freed' }]);
  });
});

describe('check-in', () => {
  const member = enrolmentAfter(accepted, seatHeld, admitted);
  const enrolmentId = 'mei';
  const out = { type: 'checkin.removed.v1', data: { enrolmentId, removedOn: '2026-03-05', removedAt: '2026-03-05T16:00:00Z' } } as const;
  const back = { type: 'checkin.reinstated.v1', data: { enrolmentId, reinstatedAt: '2026-03-06T00:00:00Z' } } as const;
  const settled = (completed: boolean): MessageOn<'checkin.enrolment'> => ({ type: 'checkin.settled.v1', data: {
    enrolmentId, cohortId: 'cohort', revision: 3, entitledMinor: 1, forfeitMinor: 0, completed, perfect: false, days: [], settledAt: '2026-03-20T00:00:00.000Z',
  } });

  it('removes and reinstates', () => {
    expect(followCheckIn(member, out)).toEqual([removed]);
    expect(followCheckIn(evolveEnrolment(member, removed), back)).toEqual([{ type: 'reinstated' }]);
    expect(evolveEnrolment(evolveEnrolment(member, removed), { type: 'reinstated' })).toMatchObject({ status: 'admitted', removedOn: null });
  });
  it('settles: completed, or out for good', () => {
    expect(followCheckIn(member, settled(true))).toMatchObject([{ type: 'completed' }]);
    expect(followCheckIn(evolveEnrolment(member, removed), settled(false))).toMatchObject([{ type: 'settled' }]);
  });
  it('that refused an admission cancels it, so that everything goes back; once, and not what is settled', () => {
    const refused = { type: 'checkin.admission-refused.v1', data: { enrolmentId, cohortId: 'cohort', reason: 'cohort_settled', refusedAt: '2026-03-20T00:00:00Z' } } as const;
    const events = followCheckIn(member, refused);
    expect(events).toEqual([cancelled('no_seat', nowMs, Date.parse('2026-03-20T00:00:00Z'))]);
    expect(evolveEnrolment(member, events[0] as EnrolmentEvent)).toMatchObject({ status: 'cancelled', seatToFree: true });
    expect(followCheckIn(evolveEnrolment(member, events[0] as EnrolmentEvent), refused)).toEqual([]);
    expect(followCheckIn(evolveEnrolment(member, { type: 'settled', atMs: nowMs }), refused)).toEqual([]);
  });
  it('that lets a member go ends the enrolment as of when it was asked, once, and only if it was asked', () => {
    const leaving = evolveEnrolment(member, leaveAsked('cooling_off'));
    const [event] = followCheckIn(leaving, letGo);
    expect(event).toEqual(cancelled('cooling_off', nowMs));
    expect(evolveEnrolment(leaving, event as EnrolmentEvent)).toMatchObject({ status: 'cancelled', leaving: null, seatToFree: true });
    expect(followCheckIn(evolveEnrolment(leaving, event as EnrolmentEvent), letGo)).toEqual([]);
    expect(followCheckIn(member, letGo)).toEqual([]);
  });
  it('that settled a member before it was asked to let them go has the last word', () => {
    const leaving = evolveEnrolment(member, leaveAsked('cooling_off'));
    const [completed] = followCheckIn(leaving, settled(true));
    expect(evolveEnrolment(leaving, completed as EnrolmentEvent)).toMatchObject({ status: 'completed', leaving: null });
    const [ended] = followCheckIn(evolveEnrolment(leaving, removed), settled(false));
    expect(evolveEnrolment(leaving, ended as EnrolmentEvent)).toMatchObject({ status: 'admitted', leaving: null, settledAtMs: Date.parse('2026-03-20T00:00:00Z') });
  });
  it('says nothing new about somebody who left or is out already', () => {
    expect(followCheckIn(enrolmentAfter(cancelled('cooling_off')), out)).toEqual([]);
    expect(followCheckIn(evolveEnrolment(member, removed), out)).toEqual([]);
    expect(followCheckIn(evolveEnrolment(member, { type: 'completed', atMs: nowMs }), settled(true))).toEqual([]);
    expect(followCheckIn(null, out)).toEqual([]);
  });
});

describe('the steps', () => {
  const all: EnrolmentStatus[] = ['applied', 'rules_accepted', 'waiting', 'seat_held', 'admitted', 'removed', 'withdrawn', 'completed', 'cancelled'];

  it.each(enrolmentSteps.map((step) => [step.event, step] as const))('%s is possible only from where the list says', (event, step) => {
    for (const status of all) {
      if ((step.from as readonly string[]).includes(status)) expect(nextStatus(status, event)).toBe(step.to);
      else expect(() => nextStatus(status, event)).toThrow(/cannot become/);
    }
  });
  it('no step leads out of completed or cancelled', () => {
    expect(enrolmentSteps.filter(({ from }) => (from as readonly string[]).some((status) => status === 'completed' || status === 'cancelled'))).toEqual([]);
  });
});
