import { isRefused } from '@daka/contracts';
import { planDates } from '@daka/rules';
import { createMemoryStore } from '@daka/service-kit/testing';
import { type Assignment, type AssignmentEvent, beginWork, evolveAssignment } from '../../domain/assignment';
import type { Cohort } from '../../domain/cohort';
import { evolve, type Portfolio, type PortfolioEvent } from '../../domain/portfolio';
import { POLICY } from '../../testing/policy';
import { createCorrectAssignment } from '../set-assignment/handler';
import { createSubmitVersion } from './handler';

const NOW_MS = Date.parse('2026-03-02T12:00:00Z');
const clock = { nowMs: () => NOW_MS };
const cohort: Cohort = {
  cohortId: 'c',
  organisationId: 'o',
  planDays: planDates(POLICY),
  policy: POLICY,
  doingEndsMs: null,
  cancelled: false,
  settled: false,
  staff: [],
};
const rubric = [
  {
    name: 'Argument',
    levels: [
      { name: 'missing', points: 0 },
      { name: 'clear', points: 4 },
    ],
  },
];
const text = {
  title: 'An essay',
  instructions: 'Write.',
  dueAtMs: Date.parse('2026-03-03T00:00:00Z'),
  day: '2026-03-02',
  weightPercent: null,
  rubric,
  mostPictures: 0,
  mostAttachments: 0,
};
const essay: Assignment = {
  ...text,
  id: 'essay',
  cohortId: 'c',
  setBy: 'instructor',
  setAtMs: 0,
  corrections: [],
  workBegun: false,
};
const moved = { ...text, day: '2026-03-03', dueAtMs: Date.parse('2026-03-04T00:00:00Z') };

/** A cohort with one member and one assignment; `onLookUp` and `onLoad` are called once each, at the instant between what is looked at and what is written. */
async function world(instants: { onLookUp?(): Promise<void>; onLoad?(): Promise<void> } = {}) {
  const assignments = createMemoryStore<Assignment, AssignmentEvent, never>({
    evolve: evolveAssignment,
    publishes: [],
    publish: () => [],
    clock,
  });
  const daysOfWork: (string | null)[] = [];
  const portfolios = createMemoryStore<Portfolio, PortfolioEvent, never>({
    evolve: (portfolio, event) => {
      if (event.type === 'version-submitted') daysOfWork.push(event.day);
      return evolve(portfolio, event);
    },
    publishes: [],
    publish: () => [],
    clock,
  });
  await assignments.change('essay', () => [{ type: 'set', assignment: essay } as const]);
  await portfolios.change('e', () => [
    { type: 'opened', enrolmentId: 'e', cohortId: 'c', learnerId: 'learner', timeZone: '+00:00' } as const,
    { type: 'admitted', memberNumber: 7 } as const,
  ]);
  const hasWork = async () => ((await portfolios.load('e'))?.submissions ?? []).length > 0;
  const cohorts = { load: async () => cohort };
  const ports = { clock, cohorts, assignments, newId: () => 'fresh' };
  return { assignments, daysOfWork, handIn, correct };

  function handIn(markdown = 'A whole morning.') {
    let isFirst = true;
    const submit = createSubmitVersion({
      ...ports,
      cohorts: {
        load: async () => {
          if (isFirst) await instants.onLoad?.();
          isFirst = false;
          return cohort;
        },
      },
      portfolios,
      drafts: { remove: async () => undefined },
      files: { findAll: async () => [], use: async () => undefined },
    });
    return submit({ assignmentId: 'essay', enrolmentId: 'e', learnerId: 'learner', markdown });
  }

  function correct(now: typeof moved | (Omit<typeof text, 'rubric'> & { rubric: null })) {
    const look = async () => {
      const answer = await hasWork();
      await instants.onLookUp?.();
      return answer;
    };
    const run = createCorrectAssignment({ ...ports, portfolios: { hasWork: look } });
    return run({ assignmentId: 'essay', now, reason: 'A slip.', correctedBy: 'instructor' });
  }
}

it.each([
  ['day', moved, 'day_has_work'],
  ['rubric', { ...text, rubric: null }, 'rubric_frozen'],
] as const)(
  'a correction of the %s is refused that looked for work just before the first was handed in',
  async (_field, now, refused) => {
    const essays = await world({ onLookUp: async () => expect(isRefused(await essays.handIn())).toBe(false) });
    expect(await essays.correct(now)).toMatchObject({ refused });
    expect(await essays.assignments.load('essay')).toMatchObject(text);
  },
);

it('work that was begun just before its assignment was corrected counts for the day that the assignment names now', async () => {
  const essays = await world({ onLoad: async () => expect(isRefused(await essays.correct(moved))).toBe(false) });
  expect(isRefused(await essays.handIn())).toBe(false);
  expect(essays.daysOfWork).toEqual([moved.day]);
  expect(await essays.assignments.load('essay')).toMatchObject({ day: moved.day, workBegun: true });
});

it('what is refused lets the assignment be corrected still', async () => {
  const essays = await world();
  expect(await essays.handIn('')).toMatchObject({ refused: 'empty' });
  expect(await essays.correct(moved)).toMatchObject({ state: { day: moved.day, workBegun: false } });
});

it('work from before assignments said so is found where it lies', async () => {
  const essays = await world();
  await essays.handIn();
  await essays.assignments.change('essay', () => [{ type: 'set', assignment: essay } as const]);
  expect(await essays.correct(moved)).toMatchObject({ refused: 'day_has_work' });
  expect(await essays.assignments.change('essay', beginWork)).toMatchObject({ state: { workBegun: true } });
});
