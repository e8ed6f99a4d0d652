import type { Mutant } from './mutant';

const homework = (file: string) => `services/homework/src/domain/${file}`;
const reviewing = [homework('reviewing.test.ts')];

/** Bugs about who answers homework, and when it is said. */
export const reviewMutants: readonly Mutant[] = [
  {
    name: 'rubric-changed-under-work',
    bug: 'what a piece of homework is scored by is changed after somebody has handed in',
    file: homework('assignment.ts'),
    find: "if ('rubric' in before && hasWork)",
    replace: "if ('rubric' in before && !hasWork && hasWork)",
    tests: [homework('assignment.test.ts')],
  },
  {
    name: 'corrected-under-the-first-hand-in',
    bug: 'an assignment is given another day in the very instant in which the first work for it is handed in',
    file: 'services/homework/src/features/submit-version/handler.ts',
    find: 'handIn(current ?? portfolio, asked)',
    replace: 'handIn(current ?? portfolio, assignment)',
    tests: ['services/homework/src/features/submit-version/handler.test.ts'],
  },
  {
    name: 'work-not-said-in-its-assignment',
    bug: 'a correction that looked for work a moment ago changes the rubric under what was handed in meanwhile',
    file: homework('assignment.ts'),
    find: 'assignment.workBegun || hadWork;',
    replace: 'hadWork;',
    tests: ['services/homework/src/features/submit-version/handler.test.ts'],
  },
  {
    name: 'score-beside-the-rubric',
    bug: 'a score is given by hand where the rubric says what it is',
    file: homework('rubric.ts'),
    find: 'if (scorePercent !== null)',
    replace: 'if (scorePercent === -1)',
    tests: [homework('rubric.test.ts')],
  },
  {
    name: 'claimed-twice',
    bug: 'two instructors work at the same piece of homework',
    file: homework('review-desk.ts'),
    find: 'claim === null || claim.reviewerId === reviewerId',
    replace: 'claim === null || claim.reviewerId !== submissionId',
    tests: reviewing,
  },
  {
    name: 'claim-for-ever',
    bug: 'a claim that ran out still keeps others away',
    file: homework('review-desk.ts'),
    find: '.filter(({ untilMs }) => untilMs > nowMs)',
    replace: '.filter(({ untilMs }) => untilMs > 0 * nowMs)',
    tests: reviewing,
  },
  {
    name: 'undone-after-said',
    bug: 'a verdict is taken back after the learner may have read it',
    file: homework('keep-verdict.ts'),
    find: 'if (isDue(kept, nowMs)) return',
    replace: 'if (isDue(kept, 0)) return',
    tests: reviewing,
  },
  {
    name: 'said-within-undo',
    bug: 'a verdict is told while its reviewer may still take it back',
    file: homework('keep-verdict.ts'),
    find: 'kept !== null && isDue(kept, nowMs)',
    replace: 'kept !== null && isDue(kept, Infinity)',
    tests: reviewing,
  },
  {
    name: 'overtaken-said',
    bug: 'a verdict on an old version is told although a newer one came before it was said',
    file: homework('portfolio.ts'),
    find: '{ ...earlier.kept, sayAtMs: null }',
    replace: '{ ...earlier.kept }',
    tests: reviewing,
  },
  {
    name: 'verdict-over-verdict',
    bug: 'a second reviewer answers while the first one’s verdict is kept back',
    file: homework('review.ts'),
    find: 'if (submission.kept !== null && submission.kept.sayAtMs !== null)',
    replace: 'if (submission.kept !== null && submission.kept.sayAtMs === -1)',
    tests: reviewing,
  },
  {
    name: 'homework-counts-twice',
    bug: 'a piece of homework without a day is handed in again each day, and counts for each',
    file: 'services/checkin/src/domain/record-entry.ts',
    find: 'if (counts(run, id.submissionId)) return',
    replace: 'if (false as boolean) return',
    tests: ['services/checkin/src/domain/count-homework.test.ts'],
  },
  {
    name: 'rejected-homework-counts-by-another',
    bug: 'homework whose check-in was rejected is said to count once the day is done by something else',
    file: homework('follow-check-in.ts'),
    find: "  return counts?.day === day && state === 'free'",
    replace:
      "  if (counts?.status === 'none' && state === 'done') return [{ type: 'judged', submissionId, counts: { status: 'counted', day, atMs: 0 } }];\n  return counts?.day === day && state === 'free'",
    tests: [homework('follow-check-in.test.ts')],
  },
];
