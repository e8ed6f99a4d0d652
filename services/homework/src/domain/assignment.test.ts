import { planDates } from '@daka/rules';
import { scenario } from '@daka/service-kit/testing';
import { POLICY } from '../testing/policy';
import {
  type Assignment,
  type AssignmentEvent,
  assignmentUpcasts,
  beginWork,
  correctAssignment,
  evolveAssignment,
  setAssignment,
} from './assignment';
import type { Cohort } from './cohort';

const at = (instant: string) => Date.parse(`${instant}Z`);
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
const essay: Assignment = {
  id: 'essay',
  cohortId: 'c',
  title: 'An essay',
  instructions: 'Write.',
  dueAtMs: at('2026-03-06T00:00'),
  day: '2026-03-05',
  weightPercent: 60,
  rubric: null,
  mostPictures: 0,
  mostAttachments: 0,
  setBy: 'instructor',
  setAtMs: at('2026-03-03T12:00'),
  corrections: [],
  workBegun: false,
};
const { given } = scenario<Assignment, AssignmentEvent>(evolveAssignment);
const set =
  (changes: Partial<Assignment> = {}, of: Cohort | null = cohort) =>
  () =>
    setAssignment(of, { ...essay, ...changes });

describe('an assignment', () => {
  it('belongs to a day, and is due at its close at the latest', () => {
    given().when(set()).then({ type: 'set', assignment: essay });
  });

  it.each<[string, Partial<Assignment>, Partial<Cohort>]>([
    ['due_after_close', { dueAtMs: essay.dueAtMs + 1 }, {}],
    ['day_not_required', { day: '2026-03-04' }, {}],
    ['day_is_past', { day: '2026-03-02', dueAtMs: at('2026-03-02T20:00') }, {}],
    ['day_not_in_plan', { day: '2026-04-01' }, {}],
    ['cohort_takes_none', {}, { policy: { ...POLICY, checkIn: { ...POLICY.checkIn, accepts: ['entry'] } } }],
    ['cohort_cancelled', {}, { cancelled: true }],
    ['cohort_settled', {}, { settled: true }],
    ['cohort_settled', { day: null }, { settled: true }],
  ])('is refused: %s', (why, changes, ofCohort) => {
    given()
      .when(set(changes, { ...cohort, ...ofCohort }))
      .refuses(why);
  });

  it('is told the close that its due instant must not pass', () => {
    expect(set({ dueAtMs: at('2026-03-06T12:00') })()).toMatchObject({
      extra: { closesAt: '2026-03-06T00:00:00.000Z' },
      fields: [{ path: 'dueAt' }],
    });
  });

  it('without a day is due whenever, also where homework is no check-in', () => {
    const assignment = { ...essay, day: null, dueAtMs: at('2026-05-01T00:00') };
    const entriesOnly: Cohort = {
      ...cohort,
      policy: { ...POLICY, checkIn: { ...POLICY.checkIn, accepts: ['entry'] } },
    };
    given()
      .when(() => setAssignment(entriesOnly, assignment))
      .then({ type: 'set', assignment });
  });
});

describe('a correction', () => {
  const { title, instructions, dueAtMs, day, weightPercent, rubric, mostPictures, mostAttachments } = essay;
  const text = { title, instructions, dueAtMs, day, weightPercent, rubric, mostPictures, mostAttachments };
  const why = { reason: 'A slip.', correctedBy: 'instructor', correctedAtMs: at('2026-03-03T13:00') };
  const correct =
    (changes: Partial<typeof text>, hasWork = false) =>
    (assignment: Assignment | null) =>
      correctAssignment(assignment, cohort, { ...why, hadWork: hasWork }, { ...text, ...changes });
  const first: AssignmentEvent = { type: 'set', assignment: essay };

  it('keeps what it said before', () => {
    const now = { ...text, title: 'The essay', dueAtMs: at('2026-03-05T20:00') };
    const corrected: AssignmentEvent = { type: 'corrected', now, correction: { before: { title, dueAtMs }, ...why } };
    given(first).when(correct(now, true)).then(corrected);
    expect(given(first, corrected).state).toMatchObject({ ...now, corrections: [{ before: { title, dueAtMs } }] });
  });

  it('that changes nothing is none', () => {
    given(first).when(correct({})).then();
  });

  it.each<[string, Partial<typeof text>, boolean]>([
    ['day_has_work', { day: '2026-03-06' }, true],
    ['due_after_close', { dueAtMs: at('2026-03-06T12:00') }, false],
    ['day_not_required', { day: '2026-03-04' }, false],
  ])('is refused: %s', (code, changes, hasWork) => {
    given(first).when(correct(changes, hasWork)).refuses(code);
  });

  it('is refused where there is nothing to correct', () => {
    given().when(correct({})).refuses('no_assignment');
  });

  it('leaves the day alone once work has begun, which begins once', () => {
    const begun: AssignmentEvent = { type: 'work-begun' };
    given(first).when(beginWork).then(begun);
    given(first, begun).when(beginWork).then();
    given().when(beginWork).then();
    given(first, begun)
      .when(correct({ day: '2026-03-06' }))
      .refuses('day_has_work');
  });
});

it('an assignment from before corrections has none', () => {
  const { corrections: _, ...before } = essay;
  expect(assignmentUpcasts.reduce<unknown>((state, upcast) => upcast(state), before)).toEqual(essay);
});

describe('a rubric', () => {
  const level = (name: string, points: number) => ({ name, points });
  const rubric = [{ name: 'Argument', levels: [level('missing', 0), level('clear', 4)] }];
  const { title, instructions, dueAtMs, day, weightPercent, mostPictures, mostAttachments } = essay;
  const text = { title, instructions, dueAtMs, day, weightPercent, mostPictures, mostAttachments };
  const by = { reason: 'Fairer.', correctedBy: 'instructor', correctedAtMs: essay.setAtMs };
  const correct = (now: Assignment['rubric'], hasWork: boolean) => (assignment: Assignment | null) =>
    correctAssignment(assignment, cohort, { ...by, hadWork: hasWork }, { ...text, rubric: now });
  const first: AssignmentEvent = { type: 'set', assignment: { ...essay, rubric } };

  it('is set with the assignment, and refused where it does not measure', () => {
    given().when(set({ rubric })).then(first);
    given()
      .when(set({ rubric: [...rubric, ...rubric] }))
      .refuses('bad_rubric');
  });

  it('is changed until somebody has handed in, and what it was stays to be seen', () => {
    given(first)
      .when(correct(null, false))
      .then({ type: 'corrected', now: { ...text, rubric: null }, correction: { before: { rubric }, ...by } });
    given(first).when(correct(null, true)).refuses('rubric_frozen');
    given(first).when(correct(rubric, true)).then();
  });

  it('was in no assignment that was stored before', () => {
    const { rubric: _, ...before } = essay;
    expect(assignmentUpcasts[1]?.(before)).toEqual(essay);
  });

  it('neither took pictures before', () => {
    const { mostPictures: _, ...before } = essay;
    expect(assignmentUpcasts[2]?.(before)).toEqual(essay);
  });

  it('nor attachments', () => {
    const { mostAttachments: _, ...before } = essay;
    expect(assignmentUpcasts.at(-1)?.(before)).toEqual(essay);
  });
});
