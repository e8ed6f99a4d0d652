import { Id, isRefused, type Refused, refuse } from '@daka/contracts';
import { ANSWERED, refusals, route } from '@daka/service-kit';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { NEWS_KINDS } from '../../domain/news';
import type { LearnerReads, SessionCookie, SessionKeeper } from '../../ports';
import { claimsOf } from '../claims';
import type { PageStreams } from './page-streams';

/** What a page may leave unread; beyond that it is cut and comes again. */
const MAX_UNREAD_BYTES = 16_384;
/** Pages come back spread over some seconds when an instance goes. */
const RETRY_MS = { least: 1_000, spread: 4_000 };

/** `missed`: more was said than is kept, ask for everything. Each kind says further figures: ids, days, amounts. */
const NewsBody = z.looseObject({ kind: z.enum([...NEWS_KINDS, 'missed']), what: z.string().optional() });

export const tellNewsRoute = route<{
  reads: Pick<LearnerReads, 'enrolment'>;
  cookie: Pick<SessionCookie, 'of'>;
  keeper: Pick<SessionKeeper, 'idOf'>;
  /** Null: nobody follows Kafka here. */
  pageStreams: PageStreams | null;
}>()({
  method: 'get',
  path: '/enrolments/:enrolmentId/events',
  summary: "The news of one's own enrolment, live (server-sent events); goes on after Last-Event-ID",
  access: 'signed_in',
  mediaType: 'text/event-stream',
  params: z.strictObject({ enrolmentId: Id }),
  /** `after`: as Last-Event-ID, for a page that opens a new stream. */
  query: z.strictObject({ after: z.coerce.number().int().min(0).optional() }),
  answers: {
    200: NewsBody,
    404: refusals('not_found'),
    429: refusals('too_many_streams'),
    503: refusals('unavailable'),
  },
  async handle({ params: { enrolmentId }, query, user, req, res }, { reads, cookie, keeper, pageStreams }) {
    if (pageStreams === null) return refuse('unavailable', 'Nothing is told live here; ask now and then.');
    const enrolment = await reads.enrolment(req.headers.authorization ?? '', enrolmentId);
    if (enrolment?.learnerId !== user.id) return refuse('not_found');
    const secret = cookie.of(req);
    const sessionId = secret === undefined ? null : keeper.idOf(secret);
    const after = lastHeard(req) ?? query.after ?? null;
    return stream(res, pageStreams, {
      enrolmentId,
      sessionId,
      whose: sessionId ?? user.id,
      signInId: user.sessionId ?? null,
      endsAtMs: endOfToken(req),
      after,
    });
  },
});

type Joining = Pick<
  Parameters<PageStreams['join']>[0],
  'enrolmentId' | 'sessionId' | 'signInId' | 'whose' | 'endsAtMs' | 'after'
>;

async function stream(
  res: Response,
  pageStreams: PageStreams,
  joining: Joining,
): Promise<Refused<'too_many_streams' | 'unavailable'> | typeof ANSWERED> {
  const gone = new Promise<void>((resolve) => res.once('close', resolve));
  const joined = await pageStreams.join({
    ...joining,
    open() {
      res.writeHead(200, {
        'Content-Type': 'text/event-stream',
        // Nobody on the way may keep it back to compress it, or keep it at all.
        'Cache-Control': 'no-store, no-transform',
        'X-Accel-Buffering': 'no',
      });
      res.write(`retry: ${RETRY_MS.least + Math.floor(Math.random() * RETRY_MS.spread)}\n\n`);
    },
    write(text) {
      if (res.writableEnded || res.destroyed) return false;
      res.write(text);
      if (res.writableLength <= MAX_UNREAD_BYTES) return true;
      res.destroy();
      return false;
    },
    end: () => void res.end(),
  });
  if (isRefused(joined)) return joined;
  void gone.then(joined.leave);
  return ANSWERED;
}

function lastHeard({ headers }: Request): number | undefined {
  const text = headers['last-event-id'];
  return typeof text === 'string' && /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}

/** Read off the token that has just been verified. */
function endOfToken({ headers }: Request): number {
  const claims = claimsOf((headers.authorization ?? '').slice('Bearer '.length));
  return claims === null ? 0 : claims.exp * 1_000;
}
