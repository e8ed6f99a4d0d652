import { homeworkHttp, iso, refuse } from '@daka/contracts';
import { characterCount } from '@daka/rules';
import { LONG_TEXT_BYTES, refusals, route } from '@daka/service-kit';
import type { z } from 'zod';
import { latestVersion, submissionFor, type Submission } from '../../domain/portfolio';
import { refuseTooLong, reviewEnded } from '../../domain/submit-version';
import type { Draft, Ports } from '../../ports';

type Needs = Pick<Ports, 'assignments' | 'portfolios' | 'drafts' | 'clock'>;

const path = '/assignments/:assignmentId/drafts/mine';

export const readDraftRoute = route<Needs>()({
  method: 'get',
  path,
  summary: 'My text for an assignment that is not handed in yet',
  access: ['learner'],
  params: homeworkHttp.AssignmentParams,
  answers: { 200: homeworkHttp.Draft, 404: refusals('no_draft') },
  async handle({ params: { assignmentId }, user }, ports) {
    const mine = await ownWork(ports, assignmentId, user.id);
    const draft = mine && (await ports.drafts.read(mine.enrolmentId, assignmentId));
    return draft && !isHandedIn(draft, mine.submission) ? presentDraft(draft) : refuse('no_draft');
  },
});

export const saveDraftRoute = route<Needs>()({
  method: 'put',
  path,
  summary: 'Keep my text for an assignment; the revision that was read before keeps one device from undoing another',
  access: ['learner'],
  params: homeworkHttp.AssignmentParams,
  body: homeworkHttp.DraftBody,
  maxBodyBytes: LONG_TEXT_BYTES,
  answers: {
    200: homeworkHttp.Draft,
    404: refusals('no_assignment'),
    409: refusals('draft_changed', 'already_accepted', 'already_reviewed'),
    422: refusals('too_long'),
  },
  async handle({ params: { assignmentId }, body: { markdown, revision }, user }, ports) {
    const tooLong = refuseTooLong(markdown);
    if (tooLong) return tooLong;
    const mine = await ownWork(ports, assignmentId, user.id);
    if (!mine) return refuse('no_assignment');
    const ended = reviewEnded(mine.submission);
    if (ended) return ended;
    const { enrolmentId } = mine;
    const text = { enrolmentId, assignmentId, markdown, savedAtMs: ports.clock.nowMs() };
    const saved = await ports.drafts.save(text, revision);
    if (saved) return presentDraft(saved);
    const current = (await ports.drafts.read(enrolmentId, assignmentId))?.revision ?? 0;
    return refuse('draft_changed', `The draft is at revision ${current}.`, { extra: { current } });
  },
});

export const discardDraftRoute = route<Needs>()({
  method: 'delete',
  path,
  summary: 'Throw my draft away',
  access: ['learner'],
  params: homeworkHttp.AssignmentParams,
  answers: { 204: null },
  async handle({ params: { assignmentId }, user }, ports) {
    const mine = await ownWork(ports, assignmentId, user.id);
    if (mine) await ports.drafts.remove(mine.enrolmentId, assignmentId);
    return null;
  },
});

async function ownWork({ assignments, portfolios }: Needs, assignmentId: string, learnerId: string) {
  const assignment = await assignments.load(assignmentId);
  const portfolio = assignment && (await portfolios.ofLearner(learnerId, assignment.cohortId));
  return portfolio && { enrolmentId: portfolio.enrolmentId, submission: submissionFor(portfolio, assignmentId) };
}

/** One that was handed in is gone, even where a crash kept it from being thrown away. */
function isHandedIn({ savedAtMs }: Draft, submission: Submission | undefined): boolean {
  return submission !== undefined && latestVersion(submission).submittedAtMs > savedAtMs;
}

function presentDraft({ assignmentId, markdown, revision, savedAtMs }: Draft): z.infer<typeof homeworkHttp.Draft> {
  return { assignmentId, markdown, characters: characterCount(markdown), revision, savedAt: iso(savedAtMs) };
}
