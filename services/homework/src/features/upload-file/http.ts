import { filesHttp, homeworkHttp, isRefused, refuse } from '@daka/contracts';
import { refusals, route } from '@daka/service-kit';
import { presentUpload } from '@daka/service-kit/files';
import { refuseUpload } from '../../domain/files';
import type { Ports } from '../../ports';

export const beginHandInFileRoute = route<Pick<Ports, 'assignments' | 'cohorts' | 'portfolios' | 'files' | 'newId'>>()({
  method: 'post',
  path: '/enrolments/:enrolmentId/files',
  summary: 'Announce a picture or an attachment of homework that is to be handed in; its bytes follow',
  access: ['learner'],
  idempotent: true,
  params: homeworkHttp.EnrolmentParams,
  body: homeworkHttp.HandInFileBody,
  answers: {
    201: filesHttp.Upload,
    404: refusals('no_assignment'),
    409: refusals(
      'not_a_member',
      'cohort_settled',
      'already_accepted',
      'already_reviewed',
      'files_not_accepted',
      'too_many_files',
    ),
    422: refusals('file_too_large'),
  },
  async handle({ params: { enrolmentId }, body: { assignmentId, kind, bytes, name } }, ports) {
    const { assignments, cohorts, portfolios, files, newId } = ports;
    const [assignment, portfolio] = await Promise.all([assignments.load(assignmentId), portfolios.load(enrolmentId)]);
    if (!assignment || portfolio?.cohortId !== assignment.cohortId)
      return refuse('no_assignment', 'The cohort of this enrolment has no such assignment.', {
        fields: [{ path: 'assignmentId', message: 'no assignment of this cohort' }],
      });
    const refused = refuseUpload(portfolio, assignment, await cohorts.load(assignment.cohortId), kind);
    if (refused) return refused;
    const named = kind === 'attachment' ? { name: name ?? 'attachment' } : {};
    const { learnerId: ownerId, cohortId: groupId } = portfolio;
    const begun = await files.begin({ fileId: newId(), ownerId, placeId: enrolmentId, groupId, kind, bytes, ...named });
    return isRefused(begun) ? begun : presentUpload(begun);
  },
});
