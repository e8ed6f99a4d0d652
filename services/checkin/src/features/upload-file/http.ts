import { checkinHttp, isRefused, refuse } from '@daka/contracts';
import { refusals, route } from '@daka/service-kit';
import type { Ports } from '../../ports';
import { presentUpload } from '../present/file';

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
    201: checkinHttp.Upload,
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

export const appendFileRoute = route<Needs>()({
  method: 'patch',
  path: '/enrolments/:enrolmentId/files/:fileId',
  summary:
    'Send bytes of a file, all that are left or some; what arrives stays. With the last one the file is looked through',
  access: ['learner'],
  streamsBody: true,
  maxBodyBytes: checkinHttp.MOST_FILE_BYTES,
  params: checkinHttp.FileParams,
  query: checkinHttp.AppendQuery,
  answers: {
    200: checkinHttp.Upload,
    404: refusals('no_file'),
    409: refusals('offset_mismatch', 'too_much'),
    422: refusals('file_type_refused', 'picture_too_large', 'voice_too_long', 'file_damaged'),
    429: refusals('too_many_uploads'),
    503: refusals('unavailable'),
  },
  async handle({ params: { enrolmentId, fileId }, query: { offset }, req }, { files }) {
    const file = await files.find(fileId);
    if (file?.placeId !== enrolmentId) return refuse('no_file');
    const outcome = await files.append(fileId, offset, req);
    return isRefused(outcome) ? outcome : presentUpload(outcome);
  },
});

export const showUploadRoute = route<Needs>()({
  method: 'get',
  path: '/enrolments/:enrolmentId/files/:fileId',
  summary: 'How much of a file has arrived, for whoever goes on after a cut',
  access: ['learner'],
  params: checkinHttp.FileParams,
  answers: { 200: checkinHttp.Upload, 404: refusals('no_file') },
  async handle({ params: { enrolmentId, fileId } }, { files }) {
    const file = await files.find(fileId);
    return file?.placeId === enrolmentId ? presentUpload(file) : refuse('no_file');
  },
});
