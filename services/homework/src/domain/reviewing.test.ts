import { scenario } from '@daka/service-kit/testing';
import { keepVerdict, sayVerdicts, takeVerdictBack, UNDO_MS } from './keep-verdict';
import { portfolioMessages } from './messages';
import { evolve, type Feedback, type Portfolio, type PortfolioEvent } from './portfolio';
import { review } from './review';
import {
  CLAIM_MS,
  claimWork,
  type DeskEvent,
  evolveDesk,
  MAX_CLAIMS,
  releaseWork,
  type ReviewDesk,
} from './review-desk';

const T = 1_000_000;
const of = { submissionId: 's', assignmentId: 'essay' };
const submitted = (version = 1): PortfolioEvent => ({
  type: 'version-submitted',
  ...of,
  day: null,
  markdown: 'Words.',
  version: { version, characters: 6, pictures: [], attachments: [], submittedAtMs: 1, late: false },
  counts: null,
});
const waiting: PortfolioEvent[] = [
  { type: 'opened', enrolmentId: 'e', cohortId: 'c', learnerId: 'learner', timeZone: '+00:00' },
  { type: 'admitted', memberNumber: 7 },
  submitted(),
];
const said = (
  verdict: Feedback['verdict'] = 'accepted',
  version = 1,
): Omit<Feedback, 'reviewedAtMs' | 'corrections'> => ({
  version,
  verdict,
  comment: 'Well.',
  scorePercent: 92,
  reached: null,
  reviewerId: 'teacher',
});
const feedback: Feedback = { ...said(), reviewedAtMs: T + UNDO_MS, corrections: [] };
const kept: PortfolioEvent = { type: 'verdict-kept', submissionId: 's', feedback, sayAtMs: T + UNDO_MS };
const { given } = scenario<Portfolio, PortfolioEvent>(evolve);
const known = (portfolio: Portfolio | null): Portfolio => {
  if (!portfolio) throw new Error('no events');
  return portfolio;
};
const keep =
  (verdict = said()) =>
  (portfolio: Portfolio | null) =>
    keepVerdict(known(portfolio), 's', verdict, T);
const undo =
  (nowMs: number, by = 'teacher') =>
  (portfolio: Portfolio | null) =>
    takeVerdictBack(portfolio, 's', by, nowMs);
const say = (nowMs: number) => (portfolio: Portfolio | null) => sayVerdicts(portfolio, nowMs);

describe('a verdict that is kept back', () => {
  it('is no answer yet: nothing is said, and the work stands as handed in', () => {
    given(...waiting)
      .when(keep())
      .then(kept);
    const { state } = given(...waiting, kept);
    expect(known(state).submissions).toMatchObject([{ status: 'submitted', feedback: [] }]);
    expect(portfolioMessages(kept, known(state))).toEqual([]);
    given(...waiting, kept)
      .when(say(T + UNDO_MS - 1))
      .then();
  });

  it('is said once the time is over, and once only', () => {
    const reviewed: PortfolioEvent = { type: 'reviewed', ...of, feedback };
    given(...waiting, kept)
      .when(say(T + UNDO_MS))
      .then(reviewed);
    given(...waiting, kept, reviewed)
      .when(say(T + UNDO_MS))
      .then();
    expect(portfolioMessages(reviewed, known(given(...waiting, kept, reviewed).state))).toHaveLength(1);
  });

  it('is taken back until then, and leaves nothing', () => {
    const takenBack: PortfolioEvent = { type: 'verdict-taken-back', submissionId: 's' };
    given(...waiting, kept)
      .when(undo(T + UNDO_MS - 1))
      .then(takenBack);
    expect(given(...waiting, kept, takenBack).state).toEqual(given(...waiting).state);
    given(...waiting, kept, takenBack)
      .when(say(T + UNDO_MS))
      .then();
    expect(portfolioMessages(takenBack, known(given(...waiting).state))).toEqual([]);
  });

  it('stands from the instant on at which it is due, said or not', () => {
    given(...waiting, kept)
      .when(undo(T + UNDO_MS))
      .refuses('already_said');
    given(...waiting, kept, { type: 'reviewed', ...of, feedback })
      .when(undo(T))
      .refuses('already_said');
    given(...waiting)
      .when(undo(T))
      .refuses('no_verdict');
    given(...waiting, kept)
      .when(undo(T, 'other'))
      .refuses('not_your_feedback');
  });

  it('keeps a second verdict out, whoever gives it', () => {
    given(...waiting, kept)
      .when(keep())
      .refuses('verdict_kept');
    const atOnce = { ...feedback, reviewerId: 'other' };
    given(...waiting, kept)
      .when((portfolio) => review(known(portfolio), 's', atOnce))
      .refuses('verdict_kept');
  });

  it('is never said when a newer version comes meanwhile; its reviewer keeps the comment', () => {
    const overtaken = given(...waiting, kept, submitted(2));
    overtaken.when(say(T + 10 * UNDO_MS)).then();
    expect(known(overtaken.state).submissions).toMatchObject([
      { status: 'submitted', kept: { sayAtMs: null, feedback: { version: 1, comment: 'Well.' } } },
    ]);
    overtaken.when(keep()).refuses('newer_version_exists');
    overtaken.when(keep(said('accepted', 2))).thenTypes('verdict-kept');
    overtaken.when(undo(T + 10 * UNDO_MS)).thenTypes('verdict-taken-back');
  });

  it.each<[string, ReturnType<typeof said>]>([
    ['own_work', { ...said(), reviewerId: 'learner' }],
    ['unknown_version', said('accepted', 3)],
  ])('refuses what a review refuses: %s', (why, verdict) => {
    given(...waiting)
      .when(keep(verdict))
      .refuses(why);
  });
});

describe('a claim', () => {
  const desk = scenario<ReviewDesk, DeskEvent>(evolveDesk);
  const claimed = (submissionId: string, reviewerId = 'teacher', atMs = T): DeskEvent => ({
    type: 'claimed',
    claim: { submissionId, reviewerId, untilMs: atMs + CLAIM_MS },
    atMs,
  });
  const claim =
    (submissionId: string, reviewerId: string, nowMs = T) =>
    (state: ReviewDesk | null) =>
      claimWork(state, { submissionId, reviewerId }, nowMs);

  it('is one reviewer’s until it runs out, and is renewed by the same one', () => {
    desk.given().when(claim('s', 'teacher')).then(claimed('s'));
    desk
      .given(claimed('s'))
      .when(claim('s', 'other', T + CLAIM_MS - 1))
      .refuses('claimed_by_other');
    desk
      .given(claimed('s'))
      .when(claim('s', 'teacher', T + 5))
      .then(claimed('s', 'teacher', T + 5));
    desk
      .given(claimed('s'))
      .when(claim('s', 'other', T + CLAIM_MS))
      .then(claimed('s', 'other', T + CLAIM_MS));
  });

  it('drops what ran out, and is given back by its owner alone', () => {
    const later = claimed('t', 'other', T + CLAIM_MS);
    expect(desk.given(claimed('s'), later).state?.claims).toMatchObject([{ submissionId: 't' }]);
    const release = (reviewerId: string) => (state: ReviewDesk | null) =>
      releaseWork(state, { submissionId: 's', reviewerId });
    desk.given(claimed('s')).when(release('other')).then();
    desk.given(claimed('s')).when(release('teacher')).then({ type: 'released', submissionId: 's' });
  });

  it('leaves something for others', () => {
    const many = Array.from({ length: MAX_CLAIMS }, (_, n) => claimed(`s${n}`));
    desk
      .given(...many)
      .when(claim('one-more', 'teacher'))
      .refuses('too_many_claims');
    desk
      .given(...many)
      .when(claim('s0', 'teacher'))
      .thenTypes('claimed');
    desk
      .given(...many)
      .when(claim('one-more', 'other'))
      .thenTypes('claimed');
  });
});
