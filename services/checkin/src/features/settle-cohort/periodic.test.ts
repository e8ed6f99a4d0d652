import { isRefused } from '@daka/contracts';
import { answerAppeal } from '../../domain/answer-appeal';
import type { Calendar, CalendarEvent, OpenCalendar, SettledCalendar } from '../../domain/calendar';
import { ENROLMENT, POLICY, REVIEWER, STAFF, apply, at, date, opened, withEntries } from '../../testing/calendar';
import { type Cohort, type CohortEvent, evolveCohort } from '../../domain/cohort';
import { open, planOf } from '../../domain/follow-enrolment';
import { noteWatermark } from '../../domain/homework-told';
import { openAppeal } from '../../domain/open-appeal';
import { recordHomework } from '../../domain/record-entry';
import { rejectEntry } from '../../domain/reject-entry';
import type { Ports } from '../../ports';
import { countSettlements, createSettleCohorts } from './periodic';
import { createReadinessOf } from './readiness';

const { cohortId } = ENROLMENT;
const MEMBERS = 5;
/** The end of the make-ups: nothing that counts is handed in later. */
const TOLD_MS = at(13, 0);
const done = [[1, 2, 3], [1], [], [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], [5, 6]];

/** Everything in memory; the n-th write from the start of a run fails, as if the process died there. */
function memory(failAtWrite: number) {
  const published: CohortEvent = {
    type: 'published',
    cohortId,
    organisationId: REVIEWER,
    policy: POLICY,
    appealDays: 0,
    staff: [],
  };
  const history: (CalendarEvent | CohortEvent)[] = [];
  const calendars = new Map<string, Calendar>();
  for (let number = 1; number <= MEMBERS; number += 1) {
    const calendar = withEntries(opened(), ...(done[number - 1] ?? []));
    calendars.set(`e${number}`, { ...calendar, run: { ...calendar.run, memberNumber: number, watermarkMs: TOLD_MS } });
  }
  let cohort: Cohort = evolveCohort(null, published);
  let writes = 0;
  let nowMs = at(20);
  const write = (events: readonly (CalendarEvent | CohortEvent)[]) => {
    writes += 1;
    if (writes === failAtWrite) throw new Error('died');
    history.push(...events);
  };
  const ports = {
    clock: { nowMs: () => nowMs },
    calendars: {
      async change(id: string, decide: (calendar: Calendar | null) => readonly CalendarEvent[]) {
        const events = decide(calendars.get(id) ?? null);
        write(events);
        calendars.set(id, apply(calendars.get(id) as Calendar, events));
      },
      openIn: async (_id: string, afterId: string | null, limit: number) =>
        [...calendars]
          .filter(([id, { status }]) => status === 'open' && id > (afterId ?? ''))
          .map(([id]) => id)
          .slice(0, limit),
      notInYet: async (_id: string, afterId: string | null, limit: number) =>
        [...calendars]
          .filter(([id, { status }]) => status === 'waiting' && id > (afterId ?? ''))
          .map(([id]) => id)
          .slice(0, limit),
      waitingIn: async () =>
        [...calendars].flatMap(([enrolmentId, calendar]) =>
          calendar.status === 'open' ? [{ enrolmentId, run: calendar.run }] : [],
        ),
      countAwaitingHomework: async (_id: string, upToMs: number) =>
        [...calendars.values()].filter((one) => one.status === 'open' && (one.run.watermarkMs ?? -Infinity) < upToMs)
          .length,
      settledIn: async () =>
        [...calendars].flatMap(([enrolmentId, calendar]) =>
          calendar.status === 'settled' ? [settledMember(enrolmentId, calendar)] : [],
        ),
    },
    cohorts: {
      async change(_id: string, decide: (current: Cohort) => readonly CohortEvent[]) {
        const events = decide(cohort);
        if (isRefused(events)) return;
        write(events);
        cohort = events.reduce(evolveCohort as (current: Cohort, event: CohortEvent) => Cohort, cohort);
      },
      maybeOver: async () => (cohort.settlement.status === 'open' ? [cohort] : []),
      settling: async () => (cohort.settlement.status === 'settling' ? [cohort] : []),
    },
  } as unknown as Ports;
  return {
    run: () => createSettleCohorts({ ...ports, readinessOf: createReadinessOf(ports) })(new AbortController().signal),
    history,
    settlement: () => cohort.settlement,
    statuses: () => [...calendars.values()].map(({ status }) => status),
    act: (id: string, outcome: unknown) =>
      calendars.set(id, apply(calendars.get(id) as Calendar, outcome as CalendarEvent[])),
    put: (id: string, calendar: Calendar) => calendars.set(id, calendar),
    goTo: (atMs: number) => {
      nowMs = atMs;
    },
    calendar: (id: string) => calendars.get(id) as OpenCalendar,
    start: () => {
      cohort = evolveCohort(cohort, { type: 'settlement-started', startedAtMs: at(20) });
    },
  };
}

function settledMember(enrolmentId: string, { run, outcome, bonusMinor }: SettledCalendar) {
  const { depositMinor } = run.plan;
  return { enrolmentId, learnerId: enrolmentId, memberNumber: run.memberNumber, depositMinor, outcome, bonusMinor };
}

const inOrder = (history: readonly object[]) => history.map((event) => JSON.stringify(event)).sort();

it('shuts out who is not in yet before it freezes anybody: an admission that read the cohort earlier opens nothing', async () => {
  const world = memory(Infinity);
  world.put('e6', { status: 'waiting', enrolment: ENROLMENT });
  await world.run();
  expect(world.calendar('e6')).toMatchObject({ status: 'cancelled', run: null });
  const types = world.history.map(({ type }) => type);
  expect(types.indexOf('admission-refused')).toBeGreaterThan(-1);
  expect(types.indexOf('admission-refused')).toBeLessThan(types.indexOf('settled'));
  const late = { memberNumber: 6, paidAtMs: null, joinedAtMs: at(-1), policy: POLICY, appealDays: 0 };
  const plan = planOf(POLICY, { timeZone: ENROLMENT.timeZone, excused: [] });
  expect(open(world.calendar('e6'), { ...late, plan })).toEqual([]);
  expect(world.settlement()).toMatchObject({ status: 'settled' });
});

it('settles every member and closes the books, once', async () => {
  const whole = memory(Infinity);
  await whole.run();
  expect(whole.settlement()).toMatchObject({
    status: 'settled',
    members: MEMBERS,
    sharers: 1, // the others did less than half of what was asked
    poolMinor: 34_000,
    bonusMinor: 27_200,
  });
  const before = whole.history.length;
  await whole.run();
  expect(whole.history).toHaveLength(before);
});

it.each(Array.from({ length: 12 }, (_, index) => index + 1))(
  'killed at write %i and started again, it ends the same',
  async (failAtWrite) => {
    const whole = memory(Infinity);
    await whole.run();
    const killed = memory(failAtWrite);
    await expect(killed.run()).rejects.toThrow('died');
    await killed.run();
    expect(killed.settlement()).toEqual(whole.settlement());
    expect(inOrder(killed.history)).toEqual(inOrder(whole.history));
  },
);

describe('what is on its way from homework', () => {
  const untold = (upToMs?: number) => {
    const whole = memory(Infinity);
    const { watermarkMs: _, ...run } = whole.calendar('e2').run;
    whole.put('e2', { ...whole.calendar('e2'), run: upToMs === undefined ? run : { ...run, watermarkMs: upToMs } });
    return whole;
  };

  it.each([
    ['nothing is told', undefined],
    ['not all is told', TOLD_MS - 1],
  ])('keeps the settlement from starting while of one member %s, for years', async (_, upToMs) => {
    const whole = untold(upToMs);
    whole.goTo(at(900));
    await whole.run();
    expect(whole.settlement().status).toBe('open');
    whole.act('e2', noteWatermark(whole.calendar('e2'), TOLD_MS));
    await whole.run();
    expect(whole.settlement().status).toBe('settled');
  });

  it('in a settlement that has started already keeps the calendar from being frozen: the day counts before', async () => {
    const whole = untold();
    whole.start();
    await whole.run();
    expect(whole.statuses()).toEqual(['settled', 'open', 'settled', 'settled', 'settled']);
    const handedIn = { submissionId: 's', version: 1, day: date(2), characters: 9, submittedAtMs: at(2) };
    whole.act('e2', recordHomework(whole.calendar('e2'), handedIn));
    whole.act('e2', noteWatermark(whole.calendar('e2'), TOLD_MS));
    await whole.run();
    expect(whole.settlement()).toMatchObject({ status: 'settled', poolMinor: 33_000 });
  });
});

describe('an open appeal', () => {
  const day = date(1);
  const answer = {
    appealId: 'a1',
    decision: 'upheld',
    reason: 'it is',
    answeredBy: cohortId,
    authority: STAFF,
    answeredAtMs: at(19),
  } as const;

  function appealed() {
    const whole = memory(Infinity);
    whole.act(
      'e2',
      rejectEntry(whole.calendar('e2'), {
        day,
        reason: 'copied',
        rejectedBy: REVIEWER,
        rejectedAtMs: at(18),
        reviewDays: 30,
      }),
    );
    whole.act(
      'e2',
      openAppeal(whole.calendar('e2'), {
        appealId: 'a1',
        subject: { kind: 'rejected_entry', day },
        reason: 'mine',
        openedAtMs: at(18),
        appealDays: 3,
      }),
    );
    return whole;
  }

  it('keeps the settlement from starting until it is answered', async () => {
    const whole = appealed();
    await whole.run();
    expect(whole.settlement().status).toBe('open');
    whole.act('e2', answerAppeal(whole.calendar('e2'), answer));
    await whole.run();
    expect(whole.settlement()).toMatchObject({ status: 'settled', poolMinor: 34_000 });
  });

  it('in a settlement that has started already keeps the pool from being shared', async () => {
    const whole = appealed();
    whole.start();
    await whole.run();
    expect(whole.settlement().status).toBe('settling');
    expect(whole.statuses()).toEqual(['settled', 'open', 'settled', 'settled', 'settled']);
    whole.act('e2', answerAppeal(whole.calendar('e2'), answer));
    await whole.run();
    expect(whole.settlement()).toMatchObject({ status: 'settled', poolMinor: 34_000, members: MEMBERS });
  });

  it('that nobody answers is granted by the settlement that it holds, where the run does not know how long to wait', async () => {
    const whole = appealed();
    const { run } = whole.calendar('e2');
    const { appealDays: _, ...terms } = run.terms;
    whole.put('e2', { ...whole.calendar('e2'), run: { ...run, terms } });
    await whole.run();
    expect(whole.settlement().status).toBe('open');
    whole.goTo(at(21));
    await whole.run();
    expect(whole.settlement()).toMatchObject({ status: 'settled', poolMinor: 34_000 });
  });

  it('in many cohorts keeps no other cohort waiting', async () => {
    const cohorts = Array.from({ length: 45 }, (_, index) =>
      evolveCohort(null, {
        type: 'published',
        cohortId: String(index).padStart(3, '0'),
        organisationId: REVIEWER,
        policy: POLICY,
        appealDays: 0,
        staff: [],
      }),
    );
    const ports = {
      clock: { nowMs: () => at(20) },
      calendars: {
        countAwaitingHomework: async () => 0,
        waitingIn: async (id: string) =>
          id === '044'
            ? []
            : [{ enrolmentId: id, run: { appeals: [{ answer: null, openedAtMs: at(19) }], leave: [] } }],
      },
      cohorts: {
        maybeOver: async (_nowMs: number, afterId: string | null, limit: number) =>
          cohorts.filter((one) => one.cohortId > (afterId ?? '')).slice(0, limit),
        settling: async () => [],
      },
    } as unknown as Ports;
    expect(await countSettlements({ ...ports, readinessOf: createReadinessOf(ports) })).toBe(1);
  });
});
