import type { Refused } from '@daka/contracts';
import { setAssignment, type Assignment } from './assignment';
import { completionOf } from './completion';
import { followEnrolment } from './follow-enrolment';
import { evolve, type Feedback, type Portfolio, type PortfolioEvent } from './portfolio';
import { review } from './review';
import { MAX_VERSIONS, submitVersion } from './submit-version';

const DUE_MS = Date.parse('2026-03-05T16:00:00Z');
const essay: Assignment = {
  id: 'essay', cohortId: 'c', title: 'An essay', instructions: 'Write.', dueAtMs: DUE_MS,
  day: '2026-03-05', weightPercent: 60, setBy: 'teacher', setAtMs: 0,
};
const poem: Assignment = { ...essay, id: 'poem', day: null, weightPercent: 40 };

const opened: PortfolioEvent = { type: 'opened', enrolmentId: 'e', cohortId: 'c', learnerId: 'learner' };
const admitted: PortfolioEvent = { type: 'admitted', memberNumber: 7 };
const member = [opened, admitted];
const portfolioAfter = (events: readonly PortfolioEvent[]): Portfolio => {
  const portfolio = events.reduce<Portfolio | null>(evolve, null);
  if (!portfolio) throw new Error('no events');
  return portfolio;
};

const offer = (markdown = 'Words.', submittedAtMs = DUE_MS - 1) =>
  ({ newSubmissionId: 'new', markdown, characters: markdown.replace(/\s/g, '').length, submittedAtMs });
const submitted = (version = 1, late = false): PortfolioEvent => ({
  type: 'version-submitted', submissionId: 's', assignmentId: 'essay', day: '2026-03-05', markdown: 'Words.',
  version: { version, characters: 6, submittedAtMs: late ? DUE_MS : DUE_MS - 1, late },
});
const answer = (verdict: Feedback['verdict'], version = 1, scorePercent: number | null = null): Feedback =>
  ({ version, verdict, comment: 'Well.', scorePercent, reviewerId: 'teacher', reviewedAtMs: 1 });
const reviewed = (feedback: Feedback): PortfolioEvent => ({ type: 'reviewed', submissionId: 's', assignmentId: 'essay', feedback });
const refusalOf = (outcome: unknown) => (outcome as Refused).refused;

describe('handing in', () => {
  it('takes the first version of a member', () => {
    expect(submitVersion(portfolioAfter(member), essay, offer())).toEqual([
      expect.objectContaining({ submissionId: 'new', day: '2026-03-05', version: expect.objectContaining({ version: 1, late: false }) }),
    ]);
  });

  it('is late from the due instant on', () => {
    expect(submitVersion(portfolioAfter(member), essay, offer('Words.', DUE_MS))).toMatchObject([{ version: { late: true } }]);
  });

  it('takes a new version under the same submission until the review ended', () => {
    const waiting = portfolioAfter([...member, submitted()]);
    expect(submitVersion(waiting, essay, offer())).toMatchObject([{ submissionId: 's', version: { version: 2 } }]);
    const sentBack = portfolioAfter([...member, submitted(), reviewed(answer('changes_requested'))]);
    expect(submitVersion(sentBack, essay, offer())).toMatchObject([{ version: { version: 2 } }]);
  });

  it.each([
    ['not_a_member', [opened], offer()],
    ['not_a_member', [...member, { type: 'left' }], offer()],
    ['empty', member, offer(' \n ')],
    ['already_accepted', [...member, submitted(), reviewed(answer('accepted'))], offer()],
    ['already_reviewed', [...member, submitted(), reviewed(answer('commented'))], offer()],
    ['too_many_versions', [...member, ...Array.from({ length: MAX_VERSIONS }, (_, i) => submitted(i + 1))], offer()],
  ] as [string, PortfolioEvent[], ReturnType<typeof offer>][])('refuses: %s', (why, events, offered) => {
    expect(refusalOf(submitVersion(portfolioAfter(events), essay, offered))).toBe(why);
  });
});

describe('a review', () => {
  const waiting = portfolioAfter([...member, submitted(1), submitted(2)]);

  it('answers the newest version and sets the status', () => {
    const events = review(waiting, 's', answer('accepted', 2, 92)) as PortfolioEvent[];
    expect(events.reduce<Portfolio | null>(evolve, waiting)?.submissions).toMatchObject([
      { status: 'accepted', feedback: [{ scorePercent: 92 }] },
    ]);
  });

  it.each([
    ['no_submission', waiting, 'other', answer('accepted', 2)],
    ['newer_version_exists', waiting, 's', answer('accepted', 1)],
    ['unknown_version', waiting, 's', answer('accepted', 3)],
    ['own_work', waiting, 's', { ...answer('accepted', 2), reviewerId: 'learner' }],
    ['already_accepted', portfolioAfter([...member, submitted(), reviewed(answer('accepted'))]), 's', answer('commented')],
  ] as const)('refuses: %s', (why, portfolio, submissionId, feedback) => {
    expect(refusalOf(review(portfolio, submissionId, feedback))).toBe(why);
  });
});

describe('an assignment', () => {
  it('belongs to a day of the plan or to none', () => {
    expect(setAssignment(['2026-03-05'], essay)).toEqual([{ type: 'set', assignment: essay }]);
    expect(setAssignment([], poem)).toEqual([{ type: 'set', assignment: poem }]);
    expect(refusalOf(setAssignment(['2026-03-04'], essay))).toBe('day_not_in_plan');
  });
});

describe('completion', () => {
  it('counts what is open, overdue, late and accepted, and weighs the scores', () => {
    const events = [...member, submitted(1, true), reviewed(answer('accepted', 1, 80))];
    expect(completionOf(portfolioAfter(events), [essay, poem], DUE_MS)).toMatchObject({
      assignments: 2, submitted: 1, accepted: 1, late: 1, scorePercent: 80,
      items: [{ status: 'accepted' }, { status: 'overdue' }],
    });
    expect(completionOf(portfolioAfter(member), [essay], DUE_MS - 1)).toMatchObject({ scorePercent: null, items: [{ status: 'open' }] });
  });

  it('weighs by weightPercent', () => {
    const onPoem: PortfolioEvent[] = [
      { ...submitted(), assignmentId: 'poem', submissionId: 'p' } as PortfolioEvent,
      { type: 'reviewed', submissionId: 'p', assignmentId: 'poem', feedback: answer('accepted', 1, 50) },
    ];
    const portfolio = portfolioAfter([...member, submitted(), reviewed(answer('accepted', 1, 100)), ...onPoem]);
    expect(completionOf(portfolio, [essay, poem], 0).scorePercent).toBe(80);
  });
});

describe('following an enrolment', () => {
  const applied = {
    type: 'membership.enrolment-applied.v1',
    data: { enrolmentId: 'e', cohortId: 'c', organisationId: 'o', learnerId: 'learner', timeZone: 'UTC', policyVersion: 1, appliedAt: '' },
  } as const;

  it('opens once', () => {
    expect(followEnrolment(null, applied)).toEqual([opened]);
    expect(followEnrolment(portfolioAfter([opened]), applied)).toEqual([]);
  });

  it('lets a cancelled or withdrawn learner go', () => {
    const cancelled = { type: 'membership.enrolment-cancelled.v1', data: { enrolmentId: 'e', cohortId: 'c', reason: 'cooling_off', cancelledAt: '' } } as const;
    expect(followEnrolment(portfolioAfter(member), cancelled)).toEqual([{ type: 'left' }]);
  });
});
