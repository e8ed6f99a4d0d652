import { checkinHttp, filesHttp, refuse } from '@daka/contracts';
import { ANSWERED, refusals, route } from '@daka/service-kit';
import { z } from 'zod';
import { isDecidedWith } from '../../domain/appeals';
import type { Ports } from '../../ports';

export const showAppealedFileRoute = route<Pick<Ports, 'calendars' | 'files'>>()({
  method: 'get',
  path: '/enrolments/:enrolmentId/appeals/:appealId/files/:fileId/content',
  summary:
    'The bytes of a picture or a voice note of the check-in that an appeal is about, or of an earlier picture that one of them resembles, for whoever answers it',
  access: ['owner', 'class_head', 'arbiter'],
  mediaType: 'application/octet-stream',
  params: checkinHttp.AppealedFileParams,
  query: filesHttp.FileContentQuery,
  answers: { 200: z.unknown(), 404: refusals('no_file') },
  async handle({ params: { enrolmentId, appealId, fileId }, query: { size }, req, res }, { calendars, files }) {
    if (!isDecidedWith(await calendars.load(enrolmentId), appealId, fileId)) return refuse('no_file');
    const file = await files.find(fileId);
    if (file?.status !== 'ready') return refuse('no_file');
    if (size === 'thumbnail' && file.kind !== 'picture') return refuse('no_file');
    await files.send(file, { thumbnail: size === 'thumbnail' }, { req, res });
    return ANSWERED;
  },
});
