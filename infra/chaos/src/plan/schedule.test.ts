import { PolicySchema } from '@daka/rules';
import { LINKS } from './acts';
import { seededRandom } from '@daka/service-kit/testing';
import { planSchedule } from './schedule';

const seeds = Array.from({ length: 400 }, (_, seed) => seed);
const schedules = seeds.map(planSchedule);
const acts = schedules.flatMap((schedule) => schedule.acts.map(({ act }) => act));
const steps = schedules.flatMap(({ stages }) => stages.flatMap((stage) => stage.steps));

it('is the same for the same seed, and plain JSON', () => {
  for (const schedule of schedules.slice(0, 20)) {
    expect(planSchedule(schedule.seed)).toEqual(schedule);
    expect(JSON.parse(JSON.stringify(schedule))).toEqual(schedule);
  }
});

it('differs from seed to seed', () => {
  expect(new Set(schedules.map(({ seed: _, ...rest }) => JSON.stringify(rest))).size).toBe(seeds.length);
});

it('makes policies that a course business could write', () => {
  for (const { policy } of schedules) expect(PolicySchema.safeParse(policy).success).toBe(true);
});

it('meets every kind of person, step, fault, link and trouble', () => {
  const kinds = new Set(schedules.flatMap(({ people }) => people.map(({ kind }) => kind)));
  expect([...kinds].sort()).toEqual([
    'abandons',
    'leaves_early',
    'pays_late',
    'pays_twice',
    'quits',
    'steady',
    'takes_a_seat',
  ]);
  expect([...new Set(steps.map((step) => step.do))].sort()).toEqual([
    'answer',
    'appeal',
    'apply',
    'ask_leave',
    'cancel',
    'check_in',
    'decide_leave',
    'escalate',
    'leave',
    'let_expire',
    'pay',
    'pay_again',
    'reject',
    'settle',
  ]);
  expect([...new Set(acts.map(({ type }) => type))].sort()).toEqual([
    'clock_back',
    'freeze',
    'kill',
    'network',
    'overtake',
    'processor',
    'resend',
  ]);
  const network = acts.flatMap((act) => (act.type === 'network' ? [act] : []));
  expect(new Set(network.map(({ link }) => link))).toEqual(new Set(LINKS));
  expect([...new Set(network.map(({ trouble }) => trouble))].sort()).toEqual([
    'cut',
    'delay',
    'half_open',
    'lose',
    'swallow',
  ]);
  const killed = acts.flatMap((act) => (act.type === 'kill' ? [act.part] : []));
  expect([...new Set(killed)].sort()).toEqual([
    'checkin',
    'homework',
    'kafka',
    'membership',
    'mongo',
    'payment',
    'sandbox',
    'web',
  ]);
});

it('plans faults within the workload, in its order', () => {
  for (const schedule of schedules) {
    const count = schedule.stages.reduce((sum, stage) => sum + stage.steps.length, 0);
    const places = schedule.acts.map(({ atStep }) => atStep);
    expect(places).toEqual([...places].sort((left, right) => left - right));
    expect(Math.min(...places)).toBeGreaterThanOrEqual(1);
    expect(Math.max(...places)).toBeLessThanOrEqual(count);
  }
});

it('never lets its own time run back, and ends in a settlement or a cancellation', () => {
  for (const { stages } of schedules) {
    const hours = stages.map(({ atHours }) => atHours);
    expect(hours).toEqual([...hours].sort((left, right) => left - right));
    expect(['settle', 'cancel']).toContain(stages.at(-1)?.steps.at(-1)?.do);
  }
});

it('has a seat for everybody who applies first, so that nobody waits for ever', () => {
  for (const { people, capacity } of schedules) {
    const first = people.filter(({ kind }) => kind !== 'takes_a_seat').length;
    const paying = people.filter(({ kind }) => kind !== 'abandons' && kind !== 'pays_late').length;
    expect(capacity).toBeGreaterThanOrEqual(Math.max(first, paying));
  }
});

it('lets a late payment find its seat gone now and then', () => {
  const isGone = ({ people, capacity }: (typeof schedules)[number]) =>
    people.some(({ kind }) => kind === 'pays_late') &&
    people.filter(({ kind }) => kind !== 'abandons' && kind !== 'pays_late').length === capacity;
  expect(schedules.filter(isGone).length).toBeGreaterThan(10);
});

it('shuffles without losing or inventing', () => {
  const items = Array.from({ length: 30 }, (_, index) => index);
  const mixed = seededRandom(7).shuffle(items);
  expect(mixed).not.toEqual(items);
  expect([...mixed].sort((left, right) => left - right)).toEqual(items);
});
