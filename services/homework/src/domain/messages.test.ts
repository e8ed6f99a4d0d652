import { expectEmitted } from '@daka/service-kit/testing';
import { portfolioMessages } from './messages';
import { evolve, type Portfolio, type PortfolioEvent } from './portfolio';

const ids = {
  enrolmentId: '0b0e7c1e-7a77-4b58-8d0e-6f1c3f0d1a01',
  cohortId: '0b0e7c1e-7a77-4b58-8d0e-6f1c3f0d1a02',
  learnerId: '0b0e7c1e-7a77-4b58-8d0e-6f1c3f0d1a03',
};
const work = {
  assignmentId: '0b0e7c1e-7a77-4b58-8d0e-6f1c3f0d1a04',
  submissionId: '0b0e7c1e-7a77-4b58-8d0e-6f1c3f0d1a05',
};
const life: PortfolioEvent[] = [
  { type: 'opened', ...ids, timeZone: '+00:00' },
  { type: 'admitted', memberNumber: 7 },
  {
    type: 'version-submitted',
    ...work,
    day: '2026-03-05',
    markdown: 'Words.',
    version: { version: 1, characters: 6, pictures: [], attachments: [], submittedAtMs: 0, late: false },
    counts: null,
  },
  {
    type: 'reviewed',
    ...work,
    feedback: {
      version: 1,
      verdict: 'changes_requested',
      comment: 'Nearly.',
      scorePercent: 75,
      reached: [{ criterion: 'Clarity', level: 'clear', points: 3, mostPoints: 4 }],
      reviewerId: ids.learnerId,
      reviewedAtMs: 0,
      corrections: [],
    },
  },
  {
    type: 'reviewed',
    ...work,
    feedback: {
      version: 1,
      verdict: 'accepted',
      comment: 'Well.',
      scorePercent: 92,
      reached: null,
      reviewerId: ids.learnerId,
      reviewedAtMs: 1,
      corrections: [],
    },
  },
  { type: 'feedback-read', submissionId: work.submissionId, feedbackRead: 1 },
  { type: 'left' },
  { type: 'watermark-set', upToMs: 2 },
];

it('says each message of its topic, in the shape of its example', () => {
  let portfolio: Portfolio | null = null;
  const said = life.flatMap((event) => portfolioMessages(event, (portfolio = evolve(portfolio, event))));
  expectEmitted('homework.enrolment', said);
});
