import type { ReceivedOf } from '@daka/contracts';
import type { Plan } from '@daka/rules';
import type { Applied } from '@daka/service-kit';
import type { Calendar, CalendarEvent } from '../../domain/calendar';
import { ENROLMENT, POLICY, REVIEWER, apply, at } from '../../testing/calendar';
import { type Cohort, type CohortEvent, evolveCohort } from '../../domain/cohort';
import { settleCalendar } from '../../domain/settle-calendar';
import type { Ports } from '../../ports';
import { createAdmit } from './admit';
import { createFollowEnrolment } from './consumer';
import { createLetGo } from './let-go';

const { enrolmentId, cohortId } = ENROLMENT;
const published: CohortEvent = {
  type: 'published',
  cohortId,
  organisationId: REVIEWER,
  policy: POLICY,
  appealDays: 0,
  staff: [],
};
const started: CohortEvent = { type: 'settlement-started', startedAtMs: at(20) };
const finished: CohortEvent = {
  type: 'settled',
  settledAtMs: at(20),
  members: 0,
  sharers: 0,
  poolMinor: 0,
  bonusMinor: 0,
  organiserMinor: 0,
  charityMinor: 0,
};
const cohortAfter = (...events: CohortEvent[]): Cohort =>
  [published, ...events].reduce<Cohort | null>(evolveCohort, null) as Cohort;
const admitted: ReceivedOf<'membership.enrolment-admitted.v1'> = {
  topic: 'membership.enrolment',
  id: 'admitted',
  subject: enrolmentId,
  streamseq: 2,
  type: 'membership.enrolment-admitted.v1',
  data: { enrolmentId, cohortId, memberNumber: 9, group: 1, admittedAt: new Date(at(-1)).toISOString() },
};

/** The cohort is read as `first` and, once the calendar has opened, as `later`. */
async function admit(first: Cohort, later: Cohort, given: Parameters<typeof follow>[3] = {}) {
  return follow(admitted, first, later, given);
}

async function follow(
  received: typeof admitted | ReceivedOf<'membership.enrolment-leaving.v1'>,
  first: Cohort | null,
  later: Cohort | null,
  {
    before = { status: 'waiting', enrolment: ENROLMENT } as Calendar,
    applied = 'applied' as Applied['outcome'],
    answer = undefined as Applied['outcome'] | undefined,
    meanwhile = [] as readonly ((calendar: Calendar) => CalendarEvent[])[],
  },
) {
  let calendar = before;
  const cohorts = [first, later];
  const write = (decide: (calendar: Calendar | null) => readonly CalendarEvent[]) => {
    calendar = apply(calendar, decide(calendar));
  };
  const ports = {
    clock: { nowMs: () => at(20) },
    cohorts: { load: async () => cohorts.shift() ?? later },
    plans: { keep: async (plan: Plan) => plan },
    calendars: {
      enrolment: async () => ENROLMENT,
      async applyMessage(_received: unknown, decide: (known: Calendar | null) => readonly CalendarEvent[]) {
        if (applied === 'applied') write(decide);
        for (const act of meanwhile) write((known) => act(known as Calendar));
        return { outcome: applied };
      },
      change: async (_id: string, decide: (known: Calendar | null) => readonly CalendarEvent[]) => write(decide),
    },
  } as unknown as Ports;
  const follows = createFollowEnrolment({ ...ports, admit: createAdmit(ports), letGo: createLetGo(ports) });
  const handled =
    received.type === 'membership.enrolment-admitted.v1'
      ? await follows[received.type](received)
      : await follows[received.type](received);
  expect(handled.outcome).toBe(answer ?? applied);
  return calendar;
}

const open = async () => admit(cohortAfter(), cohortAfter());

describe('an admission', () => {
  it('opens the calendar while the cohort runs', async () => {
    expect(await open()).toMatchObject({ status: 'open', run: { memberNumber: 9 } });
  });

  it.each([
    ['under way', cohortAfter(started)],
    ['finished', cohortAfter(started, finished)],
  ])('is refused when the settlement is %s', async (_, cohort) => {
    expect(await admit(cohort, cohort)).toEqual({
      status: 'cancelled',
      enrolment: ENROLMENT,
      run: null,
      cancelledAtMs: at(20),
    });
  });

  it.each([
    ['started', cohortAfter(started)],
    ['finished', cohortAfter(started, finished)],
  ])('is taken back when the settlement %s while the calendar opened', async (_, later) => {
    expect(await admit(cohortAfter(), later)).toMatchObject({ status: 'cancelled', run: { memberNumber: 9 } });
  });

  it('knows the calendar before it looks whether the settlement has begun, for that keeps those it finds from opening', async () => {
    const asked: string[] = [];
    const admitWith = createAdmit({
      clock: { nowMs: () => at(20) },
      calendars: {
        enrolment: async () => {
          asked.push('enrolment');
          return null;
        },
      },
      cohorts: {
        load: async () => {
          asked.push('cohort');
          return cohortAfter();
        },
      },
    } as unknown as Ports);
    expect(await admitWith(admitted)).toMatchObject({ outcome: 'gap' });
    expect(asked).toEqual(['enrolment']);
  });

  it('that the settlement has frozen already stays in it', async () => {
    expect(
      await admit(cohortAfter(), cohortAfter(started), { meanwhile: [(calendar) => settleCalendar(calendar, at(20))] }),
    ).toMatchObject({ status: 'settled' });
  });

  it('that comes again takes nothing from a member whom the settlement has yet to freeze, and catches one it went past before a crash', async () => {
    const member = await open();
    expect(await admit(cohortAfter(started), cohortAfter(started), { before: member, applied: 'duplicate' })).toBe(
      member,
    );
    expect(
      await admit(cohortAfter(started, finished), cohortAfter(started, finished), {
        before: member,
        applied: 'duplicate',
      }),
    ).toMatchObject({ status: 'cancelled' });
  });
});

describe('a member who asks to leave', () => {
  const leaving = (reason: 'cooling_off' | 'cohort_cancelled'): ReceivedOf<'membership.enrolment-leaving.v1'> => ({
    topic: 'membership.enrolment',
    id: 'leaving',
    subject: enrolmentId,
    streamseq: 3,
    type: 'membership.enrolment-leaving.v1',
    data: { enrolmentId, cohortId, reason, askedAt: new Date(at(3)).toISOString() },
  });
  const cancelled = cohortAfter({ type: 'cancelled' });
  const settled = async () => {
    const calendar = await open();
    return apply(calendar, settleCalendar(calendar, at(20)));
  };

  it('in the cooling-off is let go, also while the settlement has yet to freeze the calendar', async () => {
    for (const cohort of [cohortAfter(), cohortAfter(started)]) {
      expect(await follow(leaving('cooling_off'), cohort, cohort, { before: await open() })).toMatchObject({
        status: 'cancelled',
        run: { memberNumber: 9 },
      });
    }
    expect(await follow(leaving('cooling_off'), cohortAfter(), cohortAfter(), {})).toMatchObject({
      status: 'cancelled',
      run: null,
    });
  });

  it('is kept once the settlement has frozen the calendar, for others have a share by it', async () => {
    const before = await settled();
    for (const reason of ['cooling_off', 'cohort_cancelled'] as const) {
      expect(await follow(leaving(reason), cohortAfter(started), cohortAfter(started), { before })).toBe(before);
    }
  });

  it('because the cohort is cancelled waits until that has arrived, and stays where the settlement had begun', async () => {
    const before = await open();
    for (const cohort of [null, cohortAfter()])
      expect(await follow(leaving('cohort_cancelled'), cohort, cohort, { before, answer: 'gap' })).toBe(before);
    expect(await follow(leaving('cohort_cancelled'), cohortAfter(started), cohortAfter(started), { before })).toEqual(
      before,
    );
    expect(await follow(leaving('cohort_cancelled'), cancelled, cancelled, { before })).toMatchObject({
      status: 'cancelled',
    });
  });
});

it.each([
  ['on the last day, is a member whose days begin with it', at(11, 0) - 1, { status: 'open' }],
  ['once the last day has closed, gets everything back', at(11, 0), { status: 'cancelled', run: null }],
] as const)('who is admitted %s', async (_, admittedAtMs, expected) => {
  const late = { ...admitted, data: { ...admitted.data, admittedAt: new Date(admittedAtMs).toISOString() } };
  const calendar = await follow(late, cohortAfter(), cohortAfter(), {});
  expect(calendar).toMatchObject(expected);
  if (calendar.status === 'open') {
    const kinds = calendar.run.plan.days.map(({ kind }) => kind);
    expect(kinds).toEqual([...Array.from({ length: 9 }, () => 'before'), 'required']);
  }
});
