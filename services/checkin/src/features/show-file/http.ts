import { checkinHttp, refuse } from '@daka/contracts';
import { ANSWERED, refusals, route } from '@daka/service-kit';
import { z } from 'zod';
import type { Ports } from '../../ports';

export const showFileRoute = route<Pick<Ports, 'files'>>()({
  method: 'get',
  path: '/enrolments/:enrolmentId/files/:fileId/content',
  summary:
    'The bytes of a picture or a voice note, or a part of them; what no check-in names yet, for whoever uploaded it only',
  access: ['learner', 'owner', 'class_head', 'instructor', 'committee'],
  mediaType: 'application/octet-stream',
  params: checkinHttp.FileParams,
  query: checkinHttp.FileContentQuery,
  answers: { 200: z.unknown(), 404: refusals('no_file') },
  async handle({ params: { enrolmentId, fileId }, query: { size }, user, req, res }, { files }) {
    const file = await files.find(fileId);
    if (file?.placeId !== enrolmentId || file.status !== 'ready') return refuse('no_file');
    if (file.usedFor === undefined && file.ownerId !== user.id) return refuse('no_file');
    if (size === 'thumbnail' && file.kind !== 'picture') return refuse('no_file');
    await files.send(file, { thumbnail: size === 'thumbnail' }, { req, res });
    return ANSWERED;
  },
});
