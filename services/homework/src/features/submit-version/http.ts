import { homeworkHttp, isRefused } from '@daka/contracts';
import { refusals, route } from '@daka/service-kit';
import type { Ports } from '../ports';
import { presentSubmission } from '../present';
import { createSubmitVersion } from './handler';

export const submitVersionRoute = route<Ports>()({
  method: 'post',
  path: '/assignments/:assignmentId/submissions',
  summary: 'Hand in homework; a new version until it is reviewed',
  access: ['learner'],
  idempotent: true,
  params: homeworkHttp.AssignmentParams,
  body: homeworkHttp.SubmissionBody,
  answers: {
    201: homeworkHttp.Submission,
    409: refusals('not_a_member', 'already_accepted', 'already_reviewed', 'too_many_versions'),
    422: refusals('empty', 'wrong_enrolment'),
  },
  async handle({ params, body, user }, ports) {
    const outcome = await createSubmitVersion(ports)({ ...params, ...body, learnerId: user.id });
    return isRefused(outcome) ? outcome : presentSubmission(body.enrolmentId, outcome);
  },
});
