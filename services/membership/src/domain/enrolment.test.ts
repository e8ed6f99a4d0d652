import type { PlainDate } from '@daka/rules';
import { acceptRules, wasWrong, WRONG_ANSWERS_PER_HOUR } from './accept-rules';
import { apply, applicationTo, openCohort } from './apply';
import { cancelWithCohort, seatFreed } from './end-enrolment';
import { evolveEnrolment, type Enrolment, type EnrolmentEvent, type EnrolmentStatus } from './enrolment';
import { enrolmentSteps, nextStatus } from './enrolment-steps';
import { releaseMember } from './follow-check-in';
import {
  accepted,
  admitted,
  applied,
  cancelled,
  DAY_MS,
  enrolmentAfter,
  givenEnrolment,
  givenNoEnrolment,
  leaveAsked,
  MINUTE_MS,
  policy,
  publishedCohort,
  queued,
  removed,
  seatHeld,
  startMs,
  weekBeforeMs as nowMs,
} from '../testing/samples';
import { daysBefore } from './plan-dates';
import { withdraw } from './withdraw';

const cohort = publishedCohort();
const zone = 'Asia/Shanghai';
const quit: EnrolmentEvent = { type: 'withdrawn', quitOn: '2026-03-04', atMs: nowMs };
const givenMember = (...events: EnrolmentEvent[]) => givenEnrolment(accepted, seatHeld, admitted, ...events);

describe('applying', () => {
  const learner = { enrolmentId: 'mei', learnerId: 'mei-account', timeZone: 'Asia/Shanghai' };
  const applies = (changes: object = {}) => {
    const application = { ...applicationTo(cohort, learner), ...changes };
    return (enrolment: Enrolment | null) => apply(enrolment, application, nowMs);
  };

  it('pins zone, versions and price', () => {
    givenNoEnrolment.when(applies()).then(applied);
  });
  it('again in the same words changes nothing', () => {
    givenEnrolment(accepted, seatHeld).when(applies()).then();
  });
  it('again from another zone, or after quitting, refuses already_enrolled', () => {
    givenEnrolment()
      .when(applies({ timeZone: 'Europe/Paris' }))
      .refuses('already_enrolled');
    givenMember(quit).when(applies()).refuses('already_enrolled');
  });
  it('again after a cancellation asks for a new enrolment', () => {
    givenEnrolment(cancelled('cooling_off')).when(applies()).refuses('cancelled_before');
  });
  it('needs a cohort that is published and still enrols', () => {
    const { enrolUntilMs } = cohort.content;
    expect(openCohort(cohort, zone, enrolUntilMs - 1)).toBe(cohort);
    expect(openCohort(cohort, zone, enrolUntilMs)).toMatchObject({ refused: 'enrolment_closed' });
    expect(openCohort({ ...cohort, status: 'draft' }, zone, nowMs)).toMatchObject({ refused: 'not_found' });
    expect(openCohort(null, zone, nowMs)).toMatchObject({ refused: 'not_found' });
  });
  it("is for nobody once the last day has closed in the learner's own zone, even where enrolment was to go on", () => {
    const lastCloseMs = startMs + 10 * DAY_MS;
    const late = publishedCohort({
      policy: { ...policy, dayBoundary: 'learner' },
      enrolUntilMs: lastCloseMs + 30 * DAY_MS,
    });
    expect(openCohort(late, zone, lastCloseMs - 1)).toBe(late);
    expect(openCohort(late, zone, lastCloseMs)).toMatchObject({ refused: 'plan_over' });
    expect(openCohort(late, '-12:00', lastCloseMs + 20 * 3_600_000 - 1)).toBe(late);
    expect(openCohort(late, '-12:00', lastCloseMs + 20 * 3_600_000)).toMatchObject({ refused: 'plan_over' });
  });
});

describe('joining late', () => {
  const weekendsOff = { ...policy, restDays: { weekdays: [6, 7], dates: [] } };
  it('is told by the days that have closed, rest days left out, and not before one has', () => {
    expect(daysBefore(weekendsOff, zone, startMs + DAY_MS - 1)).toBeNull();
    expect(daysBefore(weekendsOff, zone, startMs + DAY_MS)).toEqual({
      days: 1,
      firstDay: '2026-03-02',
      lastDay: '2026-03-02',
    });
    expect(daysBefore(weekendsOff, zone, startMs + 8 * DAY_MS)).toEqual({
      days: 6,
      firstDay: '2026-03-02',
      lastDay: '2026-03-09',
    });
  });
  it("goes by the learner's own zone where the policy says so", () => {
    const own = { ...policy, dayBoundary: 'learner' as const };
    expect(daysBefore(own, '-12:00', startMs + DAY_MS)).toBeNull();
    expect(daysBefore(own, zone, startMs + DAY_MS)).toMatchObject({ days: 1 });
  });
  it('is nothing where only rest days have closed', () => {
    const restFirst = { ...policy, restDays: { weekdays: [], dates: ['2026-03-02'] } };
    expect(daysBefore(restFirst, zone, startMs + DAY_MS)).toBeNull();
  });
});

describe('the rules gate', () => {
  const answers =
    (changes: object = {}, rulesVersion = 1) =>
    (enrolment: Enrolment | null) =>
      acceptRules(
        enrolment,
        { ...cohort, rulesVersion },
        { passphrase: 'blue heron', rulesVersion: 1, nowMs, ...changes },
      );
  const wrongAnswer: EnrolmentEvent = { type: 'wrong-answer', atMs: nowMs };

  it('opens to the passphrase, whatever its case, width and spaces', () => {
    for (const passphrase of ['blue heron', '  Blue  HERON ', 'ｂｌｕｅ ｈｅｒｏｎ'])
      givenEnrolment().when(answers({ passphrase })).then(accepted);
  });
  it('counts a wrong answer', () => {
    givenEnrolment()
      .when(answers({ passphrase: 'grey heron' }))
      .then(wrongAnswer);
    expect(wasWrong([wrongAnswer])).toBe(true);
    expect(wasWrong([accepted])).toBe(false);
  });
  it('refuses too_many_attempts for an hour, even the right one', () => {
    const wrong = Array.from({ length: WRONG_ANSWERS_PER_HOUR }, () => wrongAnswer);
    const hourLaterMs = nowMs + 60 * MINUTE_MS;
    givenEnrolment(...wrong)
      .when(answers({ nowMs: hourLaterMs - 1 }))
      .refuses('too_many_attempts');
    givenEnrolment(...wrong)
      .when(answers({ nowMs: hourLaterMs }))
      .then({ type: 'rules-accepted', rulesVersion: 1, atMs: hourLaterMs });
  });
  it('refuses rules_changed for a version that was read before, and names the one in force', () => {
    const { outcome } = givenEnrolment().when(answers({}, 2));
    expect(outcome).toMatchObject({ refused: 'rules_changed', extra: { rulesVersion: 2 } });
  });
  it('stays open once passed', () => {
    givenEnrolment(accepted, seatHeld).when(answers()).then();
  });
  it('refuses enrolment_ended after a cancellation', () => {
    givenEnrolment(cancelled('cooling_off')).when(answers()).refuses('enrolment_ended');
  });
});

describe('leaving', () => {
  const leavesAt =
    (atMs: number, by = policy) =>
    (enrolment: Enrolment | null) =>
      withdraw(enrolment, by, atMs);

  it.each<[string, EnrolmentEvent[]]>([
    ['applied', []],
    ['rules accepted', [accepted]],
    ['waiting', [accepted, queued]],
    ['seat held', [accepted, seatHeld]],
  ])('unpaid (%s) ends the enrolment', (_, events) => {
    const lateMs = startMs + 5 * DAY_MS;
    givenEnrolment(...events)
      .when(leavesAt(lateMs))
      .then(cancelled('cooling_off', null, lateMs));
  });
  it('before the first day opens gives everything back', () => {
    givenMember()
      .when(leavesAt(startMs - 1))
      .then(leaveAsked('cooling_off', startMs - 1));
  });
  it.each([
    [startMs, '2026-03-02'],
    [startMs + DAY_MS - 1, '2026-03-02'],
    [startMs + DAY_MS, '2026-03-03'],
    [startMs + 90 * DAY_MS, '2026-03-11'],
  ] as const)('later (%s) keeps what was earned, from the plan day that runs', (atMs, quitOn) => {
    givenMember().when(leavesAt(atMs)).then({ type: 'withdrawn', quitOn, atMs });
  });
  it("follows the learner's own zone where the policy says so", () => {
    const own = { ...policy, dayBoundary: 'learner' } as const;
    const inParis = { ...enrolmentAfter(accepted, seatHeld, admitted), timeZone: 'Europe/Paris' };
    const opensMs = startMs + 7 * 60 * MINUTE_MS;
    expect(leavesAt(opensMs - 1, own)(inParis)).toMatchObject([{ type: 'leave-asked' }]);
    expect(leavesAt(opensMs, own)(inParis)).toMatchObject([{ type: 'withdrawn', quitOn: '2026-03-02' }]);
  });
  it('within the cooling-off days of paying gives everything back, though the plan has begun', () => {
    const paidLate: EnrolmentEvent = { ...admitted, paidAtMs: startMs };
    const given = givenEnrolment(accepted, seatHeld, paidLate);
    const endsMs = startMs + 2 * DAY_MS;
    given.when(leavesAt(endsMs - 1)).then(leaveAsked('cooling_off', endsMs - 1));
    given.when(leavesAt(endsMs)).then({ type: 'withdrawn', quitOn: '2026-03-04', atMs: endsMs });
  });
  it('gives everything back for a third of the days where the policy does not say, and never once the plan is over', () => {
    const { coolingOffDays: _, ...silent } = policy;
    const paidLate = givenEnrolment(accepted, seatHeld, { ...admitted, paidAtMs: startMs });
    const ends = (by: typeof policy, endsMs: number, quitOn: PlainDate) => {
      paidLate.when(leavesAt(endsMs - 1, by)).then(leaveAsked('cooling_off', endsMs - 1));
      paidLate.when(leavesAt(endsMs, by)).then({ type: 'withdrawn', quitOn, atMs: endsMs });
    };
    ends(silent, startMs + 3 * DAY_MS, '2026-03-05');
    ends({ ...policy, days: 1 }, startMs + DAY_MS, '2026-03-02');
  });
  it('again changes nothing', () => {
    givenEnrolment(cancelled('cooling_off')).when(leavesAt(nowMs)).then();
    for (const atMs of [startMs - 1, startMs]) givenMember(leaveAsked('cooling_off')).when(leavesAt(atMs)).then();
  });
  it('refuses enrolment_ended once completed or settled, not_found where nobody is', () => {
    for (const type of ['completed', 'settled'] as const)
      givenMember({ type, atMs: nowMs }).when(leavesAt(nowMs)).refuses('enrolment_ended');
    givenNoEnrolment.when(leavesAt(nowMs)).refuses('not_found');
  });
});

describe('a cancelled cohort', () => {
  const cohortEnds = (enrolment: Enrolment | null) => cancelWithCohort(enrolment, nowMs);

  it('cancels everybody who is not settled', () => {
    for (const events of [[], [accepted, queued], [accepted, seatHeld]])
      givenEnrolment(...events)
        .when(cohortEnds)
        .then(cancelled('cohort_cancelled'));
  });
  it('asks check-in to let its members go, once', () => {
    for (const events of [[], [removed], [quit]]) {
      givenMember(...events)
        .when(cohortEnds)
        .then(leaveAsked('cohort_cancelled'));
      givenMember(...events, leaveAsked('cooling_off'))
        .when(cohortEnds)
        .then();
      givenMember(...events, leaveAsked('cohort_cancelled'))
        .when(releaseMember)
        .then(cancelled('cohort_cancelled', nowMs));
    }
  });
  it('leaves what ended or is settled', () => {
    givenEnrolment(cancelled('no_seat')).when(cohortEnds).then();
    givenMember({ type: 'completed', atMs: nowMs }).when(cohortEnds).then();
    givenNoEnrolment.when(cohortEnds).then();
  });
  it('keeps no seat to free, other ends do', () => {
    givenEnrolment(cancelled('cohort_cancelled')).when(seatFreed).then();
    givenEnrolment(cancelled('no_seat')).when(seatFreed).then({ type: 'seat-freed' });
  });
});

describe('the steps', () => {
  const all: EnrolmentStatus[] = [
    'applied',
    'rules_accepted',
    'waiting',
    'seat_held',
    'admitted',
    'removed',
    'withdrawn',
    'completed',
    'cancelled',
  ];
  const from = (step: (typeof enrolmentSteps)[number]): readonly string[] => step.from;

  it.each(enrolmentSteps.map((step) => [step.event, step] as const))(
    '%s is possible only from where the list says',
    (event, step) => {
      for (const status of all) {
        if (from(step).includes(status)) expect(nextStatus(status, event)).toBe(step.to);
        else expect(() => nextStatus(status, event)).toThrow(/cannot become/);
      }
    },
  );
  it('no step leads out of completed or cancelled', () => {
    const ends = ['completed', 'cancelled'];
    expect(enrolmentSteps.filter((step) => from(step).some((status) => ends.includes(status)))).toEqual([]);
  });
  it('none is taken before the learner applied', () => {
    expect(() => evolveEnrolment(null, accepted)).toThrow(/before the learner applied/);
  });
});
