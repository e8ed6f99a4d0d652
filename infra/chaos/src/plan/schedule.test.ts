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
    'joins_late',
    'leaves_early',
    'pays_late',
    'pays_twice',
    'quits',
    'steady',
    'takes_a_seat',
  ]);
  expect([...new Set(steps.map((step) => step.do))].sort()).toEqual([
    'answer',
    'answer_by_hand',
    'answer_homework',
    'appeal',
    'apply',
    'ask_leave',
    'bank_returns',
    'cancel',
    'check_in',
    'close_dispute',
    'decide_leave',
    'dispute',
    'escalate',
    'hand_in',
    'leave',
    'let_expire',
    'pay',
    'pay_again',
    'pay_by_hand',
    'reject',
    'rule',
    'set_homework',
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

it('never lets its own time run back, and ends in a settlement or a cancellation, after which only money moves', () => {
  const money = new Set<string>(['dispute', 'close_dispute', 'bank_returns', 'pay_by_hand', 'answer_by_hand']);
  for (const { stages } of schedules) {
    const hours = stages.map(({ atHours }) => atHours);
    expect(hours).toEqual([...hours].sort((left, right) => left - right));
    const done = stages.flatMap((stage) => stage.steps.map((step) => step.do)).filter((act) => !money.has(act));
    expect(['settle', 'cancel']).toContain(done.at(-1));
    expect(done.filter((act) => act === 'settle' || act === 'cancel')).toHaveLength(1);
  }
});

it('closes every dispute that it opens, and has both ends within two seeds', () => {
  for (const { stages } of schedules) {
    const done = stages.flatMap((stage) => stage.steps);
    expect(done.filter((step) => step.do === 'close_dispute')).toHaveLength(
      done.filter((step) => step.do === 'dispute').length,
    );
  }
  for (let seed = 0; seed < 10; seed += 1) {
    const ends = new Set([seed, seed + 2, seed + 4, seed + 1, seed + 3, seed + 5].flatMap(endsOf));
    expect([...ends].sort()).toEqual(['lost', 'won']);
  }
});

function endsOf(seed: number): string[] {
  return planSchedule(seed)
    .stages.flatMap((stage) => stage.steps)
    .flatMap((step) => (step.do === 'close_dispute' ? [step.as] : []));
}

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
