import { planDates, doingEndsMs } from '@daka/rules';
import { scenario } from '@daka/service-kit/testing';
import { POLICY } from '../testing/policy';
import type { Assignment } from './assignment';
import { cohortUpcasts, type Cohort } from './cohort';
import { portfolioMessages } from './messages';
import { evolve, type Portfolio, type PortfolioEvent } from './portfolio';
import { CLOCKS_DIFFER_MS, setWatermark, watermarkDueMs } from './set-watermark';
import { submitVersion } from './submit-version';

const END_MS = doingEndsMs(POLICY);
const DAY_MS = 86_400_000;
const cohort: Cohort = {
  cohortId: 'c',
  organisationId: 'o',
  planDays: planDates(POLICY),
  policy: POLICY,
  doingEndsMs: END_MS,
  cancelled: false,
  settled: false,
  staff: [],
};
const lastDay = cohort.planDays.at(-1) ?? '';
const essay: Assignment = {
  id: 'essay',
  cohortId: 'c',
  title: 'An essay',
  instructions: 'Write.',
  dueAtMs: END_MS,
  day: lastDay,
  weightPercent: 60,
  rubric: null,
  mostPictures: 0,
  mostAttachments: 0,
  setBy: 'teacher',
  setAtMs: 0,
  corrections: [],
  workBegun: false,
};
const opened: PortfolioEvent = { type: 'opened', enrolmentId: 'e', cohortId: 'c', learnerId: 'l', timeZone: '+00:00' };
const { given } = scenario<Portfolio, PortfolioEvent>(evolve);
const after = (...events: readonly PortfolioEvent[]): Portfolio => {
  const { state } = given(...events);
  if (state === null) throw new Error('no events');
  return state;
};
const joined: PortfolioEvent[] = [opened, { type: 'admitted', memberNumber: 7 }];
const member = after(...joined);
const handIn = (portfolio: Portfolio, submittedAtMs: number): PortfolioEvent[] => {
  const outcome = submitVersion(portfolio, essay, cohort, {
    newSubmissionId: 's',
    markdown: 'Some words.',
    characters: 9,
    pictures: [],
    attachments: [],
    submittedAtMs,
  });
  if (!Array.isArray(outcome)) throw new Error(outcome.refused);
  return outcome;
};

describe('when it is time to say that all is told', () => {
  it('is once, when nothing fulfils a day any more and clocks that differ agree about it', () => {
    expect(watermarkDueMs(cohort, END_MS)).toBeNull();
    expect(watermarkDueMs(cohort, END_MS + CLOCKS_DIFFER_MS - 1)).toBeNull();
    expect(watermarkDueMs(cohort, END_MS + CLOCKS_DIFFER_MS)).toBe(END_MS);
    expect(watermarkDueMs(cohort, END_MS + 900 * DAY_MS)).toBe(END_MS);
  });

  it('is never for a cohort that is settled or cancelled, or takes no homework as a check-in', () => {
    const without = { ...POLICY, checkIn: { ...POLICY.checkIn, accepts: ['entry' as const] } };
    expect(watermarkDueMs({ ...cohort, policy: without }, END_MS + DAY_MS)).toBeNull();
    expect(watermarkDueMs({ ...cohort, settled: true }, END_MS + DAY_MS)).toBeNull();
    expect(watermarkDueMs({ ...cohort, cancelled: true }, END_MS + DAY_MS)).toBeNull();
  });

  it('is every day for a cohort from before its policy was kept, so that it comes to pass the end of whatever it has', () => {
    const { doingEndsMs: _, ...stored } = cohort;
    const known = cohortUpcasts.reduce<unknown>((state, upcast) => upcast(state as never), stored);
    expect(known).toMatchObject({ doingEndsMs: END_MS });
    const before = cohortUpcasts.reduce<unknown>((state, upcast) => upcast(state as never), {
      cohortId: 'c',
      planDays: cohort.planDays,
      cancelled: false,
      staff: [],
    }) as Cohort;
    expect(before).toMatchObject({ policy: null, doingEndsMs: null });
    const lastMs = Date.parse(lastDay);
    expect(watermarkDueMs(before, lastMs + 3 * DAY_MS - 1)).toBeNull();
    expect(watermarkDueMs(before, lastMs + 3 * DAY_MS + CLOCKS_DIFFER_MS)).toBe(lastMs + 3 * DAY_MS);
    expect(watermarkDueMs(before, lastMs + 3 * DAY_MS + CLOCKS_DIFFER_MS - 1)).toBe(lastMs + 2 * DAY_MS);
    expect(watermarkDueMs(before, lastMs + 40 * DAY_MS)).toBe(lastMs + 39 * DAY_MS);
    expect(watermarkDueMs({ ...before, planDays: [] }, lastMs + 40 * DAY_MS)).toBeNull();
  });
});

describe('the watermark of a portfolio', () => {
  it('is said once, and never of an earlier instant', () => {
    const told = after(...joined, ...setWatermark(member, END_MS));
    expect(told.watermarkMs).toBe(END_MS);
    expect(setWatermark(told, END_MS)).toEqual([]);
    expect(setWatermark(told, END_MS - 1)).toEqual([]);
    expect(setWatermark(told, END_MS + 1)).toEqual([{ type: 'watermark-set', upToMs: END_MS + 1 }]);
    expect(
      after(...joined, ...setWatermark(member, END_MS), { type: 'watermark-set', upToMs: END_MS - 1 }).watermarkMs,
    ).toBe(END_MS);
  });

  it('is said of who has left, whose days still count, and not of who was never admitted', () => {
    expect(setWatermark(after(...joined, { type: 'left' }), END_MS)).toHaveLength(1);
    expect(setWatermark(after(opened), END_MS)).toEqual([]);
    expect(setWatermark(null, END_MS)).toEqual([]);
  });

  it('comes after every message about what was handed in before, whatever the clock of who takes it says', () => {
    const early = [...joined, ...handIn(member, END_MS - 1)];
    const told = after(...early, ...setWatermark(after(...early), END_MS));
    // In flight while the watermark was cut, or taken by an instance whose clock is behind: it is written after it, and so it is after it.
    const late = handIn(told, END_MS - 5_000);
    const said = late.flatMap((event) => portfolioMessages(event, told));
    expect(said).toMatchObject([{ data: { submittedAt: new Date(END_MS).toISOString(), version: 2 } }]);
    expect(handIn(told, END_MS + 5_000)).toMatchObject([{ version: { submittedAtMs: END_MS + 5_000 } }]);
  });

  it('that comes too late for a day says so to the learner at once', () => {
    const told = after(...joined, ...setWatermark(member, END_MS));
    expect(handIn(told, END_MS - 5_000)).toMatchObject([
      { version: { late: true, submittedAtMs: END_MS }, counts: { status: 'none', why: 'past' } },
    ]);
  });
});
