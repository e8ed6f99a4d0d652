import { homeworkHttp, isRefused } from '@daka/contracts';
import { LONG_TEXT_BYTES, refusals, route } from '@daka/service-kit';
import { presentSubmission } from '../present/submission';
import type { SubmitVersion } from './handler';

export const submitVersionRoute = route<{ submitVersion: SubmitVersion }>()({
  method: 'post',
  path: '/assignments/:assignmentId/submissions',
  summary: 'Hand in homework; a new version until it is reviewed',
  access: ['learner'],
  idempotent: true,
  maxBodyBytes: LONG_TEXT_BYTES,
  params: homeworkHttp.AssignmentParams,
  body: homeworkHttp.SubmissionBody,
  answers: {
    201: homeworkHttp.Submission,
    409: refusals(
      'not_a_member',
      'cohort_settled',
      'already_accepted',
      'already_reviewed',
      'too_many_versions',
      'files_not_accepted',
      'file_used',
    ),
    422: refusals('empty', 'wrong_enrolment', 'too_long', 'file_not_there', 'file_too_large'),
  },
  async handle({ params, body, user }, { submitVersion }) {
    const outcome = await submitVersion({ ...params, ...body, learnerId: user.id });
    return isRefused(outcome) ? outcome : presentSubmission(body.enrolmentId, outcome);
  },
});
