import { homeworkHttp, isRefused, refuse } from '@daka/contracts';
import { refusals, route } from '@daka/service-kit';
import { claimOn, claimWork, releaseWork } from '../../domain/review-desk';
import type { Ports } from '../../ports';
import { presentClaim } from '../present/claim';

const path = '/submissions/:submissionId/claim';

export const claimWorkRoute = route<Pick<Ports, 'portfolios' | 'desks' | 'clock'>>()({
  method: 'put',
  path,
  summary: 'Take a piece of work for half an hour, or go on with it; others see whose it is',
  access: ['instructor', 'class_head', 'owner'],
  params: homeworkHttp.SubmissionParams,
  answers: {
    200: homeworkHttp.Claim,
    403: refusals('own_work'),
    404: refusals('no_submission'),
    409: refusals('claimed_by_other', 'too_many_claims', 'not_waiting'),
  },
  async handle({ params: { submissionId }, user }, { portfolios, desks, clock }) {
    const found = await portfolios.bySubmission(submissionId);
    const submission = found?.submissions.find(({ id }) => id === submissionId);
    if (!found || !submission) return refuse('no_submission');
    if (found.learnerId === user.id) return refuse('own_work', 'A learner does not review their own homework.');
    if (submission.status !== 'submitted' || found.status !== 'member')
      return refuse('not_waiting', 'It is answered, or its learner has left.');
    const wanted = { submissionId, reviewerId: user.id };
    const nowMs = clock.nowMs();
    const outcome = await desks.change(found.cohortId, (desk) => claimWork(desk, wanted, nowMs));
    if (isRefused(outcome)) return outcome;
    const claim = claimOn(outcome.state, submissionId, nowMs);
    if (claim === null) throw new Error(`the claim on ${submissionId} was written and is not there`);
    return presentClaim(claim);
  },
});

export const releaseWorkRoute = route<Pick<Ports, 'portfolios' | 'desks'>>()({
  method: 'delete',
  path,
  summary: 'Give a piece of work back',
  access: ['instructor', 'class_head', 'owner'],
  params: homeworkHttp.SubmissionParams,
  answers: { 204: null },
  async handle({ params: { submissionId }, user }, { portfolios, desks }) {
    const found = await portfolios.bySubmission(submissionId);
    if (found) await desks.change(found.cohortId, (desk) => releaseWork(desk, { submissionId, reviewerId: user.id }));
    return null;
  },
});
