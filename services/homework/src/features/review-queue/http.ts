import { homeworkHttp, PageQuery, refuse } from '@daka/contracts';
import { refusals, route } from '@daka/service-kit';
import { z } from 'zod';
import type { Ports, QueuePosition, WaitingVersion } from '../ports';
import { isoOf } from '../present';

export const reviewQueueRoute = route<Ports>()({
  method: 'get',
  path: '/cohorts/:cohortId/review-queue',
  summary: 'What waits for a reviewer, oldest first',
  access: ['instructor', 'class_head', 'owner'],
  params: homeworkHttp.CohortParams,
  query: PageQuery,
  answers: { 200: homeworkHttp.ReviewQueue, 422: refusals('bad_cursor') },
  async handle({ params, query }, { portfolios }) {
    const after = query.cursor === undefined ? null : readCursor(query.cursor);
    if (after === undefined) return refuse('bad_cursor', undefined, { fields: [{ path: 'cursor', message: 'not a cursor of this list' }] });
    const waiting = await portfolios.waiting(params.cohortId, after, query.limit + 1);
    const shown = waiting.slice(0, query.limit);
    const last = shown.at(-1);
    return {
      items: shown.map(presentWaiting),
      ...(waiting.length > shown.length && last ? { nextCursor: cursorAt(last) } : {}),
    };
  },
});

const Cursor = z.strictObject({ submittedAtMs: z.int(), submissionId: z.uuid() });

function cursorAt({ version, submissionId }: WaitingVersion): string {
  return Buffer.from(JSON.stringify({ submittedAtMs: version.submittedAtMs, submissionId })).toString('base64url');
}

function readCursor(cursor: string): QueuePosition | undefined {
  try {
    return Cursor.safeParse(JSON.parse(Buffer.from(cursor, 'base64url').toString())).data;
  } catch {
    return undefined;
  }
}

function presentWaiting({ version, ...waiting }: WaitingVersion): z.infer<typeof homeworkHttp.QueueItem> {
  const { late, characters, submittedAtMs } = version;
  return { ...waiting, version: version.version, late, characters, waitingSince: isoOf(submittedAtMs) };
}
