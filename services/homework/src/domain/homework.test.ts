import { scenario } from '@daka/service-kit/testing';
import type { Assignment } from './assignment';
import { completionOf } from './completion';
import { evolve, type Feedback, type Portfolio, type PortfolioEvent } from './portfolio';
import { readFeedback } from './read-feedback';
import { review } from './review';
import { MAX_VERSIONS, submitVersion } from './submit-version';

const DUE_MS = Date.parse('2026-03-05T16:00:00Z');
const essay: Assignment = {
  id: 'essay',
  cohortId: 'c',
  title: 'An essay',
  instructions: 'Write.',
  dueAtMs: DUE_MS,
  day: '2026-03-05',
  weightPercent: 60,
  rubric: null,
  mostPictures: 0,
  mostAttachments: 0,
  setBy: 'teacher',
  setAtMs: 0,
  corrections: [],
  workBegun: false,
};
const poem: Assignment = { ...essay, id: 'poem', day: null, weightPercent: 40 };

const opened: PortfolioEvent = {
  type: 'opened',
  enrolmentId: 'e',
  cohortId: 'c',
  learnerId: 'learner',
  timeZone: '+00:00',
};
const admitted: PortfolioEvent = { type: 'admitted', memberNumber: 7 };
const member = [opened, admitted];
const { given } = scenario<Portfolio, PortfolioEvent>(evolve);
const portfolioAfter = (...events: PortfolioEvent[]): Portfolio => known(given(...events).state);
const known = (portfolio: Portfolio | null): Portfolio => {
  if (!portfolio) throw new Error('no events');
  return portfolio;
};

const offer = (markdown = 'Words.', submittedAtMs = DUE_MS - 1) => ({
  newSubmissionId: 'new',
  markdown,
  characters: markdown.replace(/\s/g, '').length,
  pictures: [],
  attachments: [],
  submittedAtMs,
});
const submitted = (version = 1, late = false, of = { assignmentId: 'essay', submissionId: 's' }): PortfolioEvent => ({
  type: 'version-submitted',
  ...of,
  day: '2026-03-05',
  markdown: 'Words.',
  version: { version, characters: 6, pictures: [], attachments: [], submittedAtMs: late ? DUE_MS : DUE_MS - 1, late },
  counts: null,
});
const answer = (verdict: Feedback['verdict'], version = 1, scorePercent: number | null = null): Feedback => ({
  version,
  verdict,
  comment: 'Well.',
  scorePercent,
  reached: null,
  reviewerId: 'teacher',
  reviewedAtMs: 1,
  corrections: [],
});
const reviewed = (feedback: Feedback): PortfolioEvent => ({
  type: 'reviewed',
  submissionId: 's',
  assignmentId: 'essay',
  feedback,
});
const handIn =
  (offered = offer()) =>
  (portfolio: Portfolio | null) =>
    submitVersion(known(portfolio), essay, null, offered);
const answered =
  (feedback: Feedback, submissionId = 's') =>
  (portfolio: Portfolio | null) =>
    review(known(portfolio), submissionId, feedback);

describe('handing in', () => {
  const handedIn = (version: number, submissionId: string, late = false) =>
    submitted(version, late, { assignmentId: 'essay', submissionId });

  it('takes the first version of a member', () => {
    given(...member)
      .when(handIn())
      .then(handedIn(1, 'new'));
  });

  it('is late from the due instant on', () => {
    given(...member)
      .when(handIn(offer('Words.', DUE_MS)))
      .then(handedIn(1, 'new', true));
  });

  it('takes a new version under the same submission until the review ended', () => {
    given(...member, submitted())
      .when(handIn())
      .then(handedIn(2, 's'));
    given(...member, submitted(), reviewed(answer('changes_requested')))
      .when(handIn())
      .then(handedIn(2, 's'));
  });

  it.each<[string, PortfolioEvent[], ReturnType<typeof offer>]>([
    ['not_a_member', [opened], offer()],
    ['not_a_member', [...member, { type: 'left' }], offer()],
    ['empty', member, offer(' \n ')],
    ['already_accepted', [...member, submitted(), reviewed(answer('accepted'))], offer()],
    ['already_reviewed', [...member, submitted(), reviewed(answer('commented'))], offer()],
    ['too_many_versions', [...member, ...Array.from({ length: MAX_VERSIONS }, (_, i) => submitted(i + 1))], offer()],
  ])('refuses: %s', (why, events, offered) => {
    given(...events)
      .when(handIn(offered))
      .refuses(why);
  });
});

describe('a review', () => {
  const waiting = [...member, submitted(1), submitted(2)];

  it('answers the newest version and sets the status', () => {
    const feedback = answer('accepted', 2, 92);
    given(...waiting)
      .when(answered(feedback))
      .then(reviewed(feedback));
    expect(portfolioAfter(...waiting, reviewed(feedback)).submissions).toMatchObject([
      { status: 'accepted', feedback: [{ scorePercent: 92 }] },
    ]);
  });

  it.each<[string, Feedback, string]>([
    ['no_submission', answer('accepted', 2), 'other'],
    ['newer_version_exists', answer('accepted', 1), 's'],
    ['unknown_version', answer('accepted', 3), 's'],
    ['own_work', { ...answer('accepted', 2), reviewerId: 'learner' }, 's'],
  ])('refuses: %s', (why, feedback, submissionId) => {
    given(...waiting)
      .when(answered(feedback, submissionId))
      .refuses(why);
  });

  it('refuses: already_accepted', () => {
    given(...member, submitted(), reviewed(answer('accepted')))
      .when(answered(answer('commented')))
      .refuses('already_accepted');
  });
});

describe('reading the answers', () => {
  const answeredTwice = [
    ...member,
    submitted(),
    reviewed(answer('changes_requested')),
    submitted(2),
    reviewed(answer('accepted', 2)),
  ];
  const read =
    (shown: number, submissionId = 's') =>
    (portfolio: Portfolio | null) =>
      readFeedback(portfolio, submissionId, shown);

  it('marks those that were shown, never fewer than before and never more than there are', () => {
    given(...answeredTwice)
      .when(read(1))
      .then({ type: 'feedback-read', submissionId: 's', feedbackRead: 1 });
    given(...answeredTwice, { type: 'feedback-read', submissionId: 's', feedbackRead: 2 })
      .when(read(1))
      .then();
    given(...answeredTwice)
      .when(read(9))
      .then({ type: 'feedback-read', submissionId: 's', feedbackRead: 2 });
  });

  it('refuses: no_submission', () => {
    given(...member)
      .when(read(1))
      .refuses('no_submission');
  });
});

describe('completion', () => {
  it('counts what is open, overdue, late and accepted, and weighs the scores', () => {
    const events = [...member, submitted(1, true), reviewed(answer('accepted', 1, 80))];
    expect(completionOf(portfolioAfter(...events), [essay, poem], DUE_MS)).toMatchObject({
      assignments: 2,
      submitted: 1,
      accepted: 1,
      late: 1,
      scorePercent: 80,
      feedbackUnread: 1,
      items: [
        { status: 'accepted', unread: 1 },
        { status: 'overdue', unread: 0 },
      ],
    });
    expect(completionOf(portfolioAfter(...member), [essay], DUE_MS - 1)).toMatchObject({
      scorePercent: null,
      items: [{ status: 'open' }],
    });
  });

  it('weighs by weightPercent', () => {
    const onPoem: PortfolioEvent[] = [
      submitted(1, false, { assignmentId: 'poem', submissionId: 'p' }),
      { type: 'reviewed', submissionId: 'p', assignmentId: 'poem', feedback: answer('accepted', 1, 50) },
    ];
    const portfolio = portfolioAfter(...member, submitted(), reviewed(answer('accepted', 1, 100)), ...onPoem);
    expect(completionOf(portfolio, [essay, poem], 0).scorePercent).toBe(80);
  });
});
