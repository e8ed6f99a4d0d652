import { checkinHttp, filesHttp, isRefused, refuse } from '@daka/contracts';
import { refusals, route } from '@daka/service-kit';
import { presentUpload } from '@daka/service-kit/files';
import type { Ports } from '../../ports';

type Needs = Pick<Ports, 'calendars' | 'files' | 'newId'>;

export const beginFileRoute = route<Needs>()({
  method: 'post',
  path: '/enrolments/:enrolmentId/files',
  summary: 'Announce a picture or a voice note of a check-in to come; its bytes follow',
  access: ['learner'],
  idempotent: true,
  params: checkinHttp.EnrolmentParams,
  body: checkinHttp.FileBody,
  answers: {
    201: filesHttp.Upload,
    409: refusals('not_admitted', 'enrolment_closed', 'files_not_accepted', 'too_many_files'),
    422: refusals('file_too_large'),
  },
  async handle({ params: { enrolmentId }, body: { kind, bytes } }, { calendars, files, newId }) {
    const calendar = await calendars.load(enrolmentId);
    if (calendar === null || calendar.status === 'waiting')
      return refuse('not_admitted', 'The enrolment is not admitted yet.');
    if (calendar.status !== 'open') return refuse('enrolment_closed', 'Nothing is taken for this enrolment any more.');
    if (!calendar.run.terms.accepts.includes(kind))
      return refuse('files_not_accepted', `This cohort takes no check-in with a ${kind}.`);
    const { learnerId: ownerId, cohortId: groupId } = calendar.enrolment;
    const begun = await files.begin({ fileId: newId(), ownerId, placeId: enrolmentId, groupId, kind, bytes });
    return isRefused(begun) ? begun : presentUpload(begun);
  },
});
