import { iso } from '@daka/contracts';
import { type Logger, refusals, route, sendDownload } from '@daka/service-kit';
import { z } from 'zod';
import type { OwnAnswers } from '../../ports';
import { accountPieces, EXPORT_KIND } from './pieces';

export const exportAccountRoute = route<{
  ownAnswers: OwnAnswers;
  wallClock: { nowMs(): number };
  logger: Pick<Logger, 'warn'>;
}>()({
  method: 'get',
  path: '/export/account',
  summary:
    'Everything that is kept of my account, as one file: sign-ins, acts, enrolments with days, texts, appeals, homework and money, and where the files are',
  access: 'signed_in',
  answers: { 200: z.looseObject({ kind: z.literal(EXPORT_KIND) }), 503: refusals('unavailable') },
  handle: ({ req, user, res }, { ownAnswers, wallClock, logger }) =>
    sendDownload(res, {
      name: `daka-account-${user.id}.json`,
      mediaType: 'application/json',
      // The caller was let in by this very header.
      pieces: accountPieces({
        ask: ownAnswers,
        authorization: req.headers.authorization ?? '',
        now: iso(wallClock.nowMs()),
      }),
      onError: (error) => logger.warn({ error, accountId: user.id }, 'an export ended too early'),
    }),
});
