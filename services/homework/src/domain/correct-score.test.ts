import { scenario } from '@daka/service-kit/testing';
import { correctScore } from './correct-score';
import { evolve, type Portfolio, type PortfolioEvent } from './portfolio';

const answered: PortfolioEvent[] = [
  { type: 'opened', enrolmentId: 'e', cohortId: 'c', learnerId: 'learner', timeZone: '+00:00' },
  { type: 'admitted', memberNumber: 1 },
  {
    type: 'version-submitted',
    submissionId: 's',
    assignmentId: 'a',
    day: null,
    markdown: 'Words.',
    version: { version: 1, characters: 6, pictures: [], attachments: [], submittedAtMs: 0, late: false },
    counts: null,
  },
  {
    type: 'reviewed',
    submissionId: 's',
    assignmentId: 'a',
    feedback: {
      version: 1,
      verdict: 'accepted',
      comment: 'Good.',
      scorePercent: 29,
      reached: null,
      reviewerId: 'reviewer',
      reviewedAtMs: 1,
      corrections: [],
    },
  },
  { type: 'feedback-read', submissionId: 's', feedbackRead: 1 },
];
const { given } = scenario<Portfolio, PortfolioEvent>(evolve);
const by = { reason: '92, not 29', correctedBy: 'reviewer', correctedAtMs: 2 };
const correction = { submissionId: 's', number: 1, scorePercent: 92, reached: null, isHead: false, ...by };
const correct =
  (changes: Partial<typeof correction> = {}) =>
  (portfolio: Portfolio | null) =>
    correctScore(portfolio, { ...correction, ...changes });
const corrected: PortfolioEvent = {
  type: 'score-corrected',
  submissionId: 's',
  number: 1,
  scorePercent: 92,
  reached: null,
  correction: { scorePercent: 29, reached: null, ...by },
};

it('a mistyped score is put right, what it was stays to be seen, and the learner is told again', () => {
  given(...answered)
    .when(correct())
    .then(corrected);
  expect(given(...answered, corrected).state?.submissions).toMatchObject([
    { feedbackRead: 0, feedback: [{ scorePercent: 92, corrections: [{ scorePercent: 29, reason: '92, not 29' }] }] },
  ]);
  given(...answered, corrected)
    .when(correct())
    .then();
});

it('a class head may correct what others gave', () => {
  given(...answered)
    .when(correct({ correctedBy: 'head', isHead: true }))
    .then({
      ...corrected,
      correction: { scorePercent: 29, reached: null, ...by, correctedBy: 'head' },
    } as PortfolioEvent);
});

it.each<[string, Partial<typeof correction>]>([
  ['no_submission', { submissionId: 'other' }],
  ['no_feedback', { number: 2 }],
  ['own_work', { correctedBy: 'learner', isHead: true }],
  ['not_your_feedback', { correctedBy: 'another' }],
])('refuses: %s', (code, changes) => {
  given(...answered)
    .when(correct(changes))
    .refuses(code);
});
