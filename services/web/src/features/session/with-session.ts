import { HttpProblem, isTransient, sendProblem } from '@daka/service-kit';
import type { RequestHandler } from 'express';
import type { SessionCookie, SessionKeeper } from '../../ports';
import { StillRefreshing } from './keeper';
import { foreignOrigin, isOwnWrite, isRead } from './own-origin';

/**
 * Lets a browser's cookie stand for its access token, which never leaves this server. Who brings a token of their own is no browser of ours.
 * A write by cookie must come from our own page: its Origin is sent by the browser and cannot be chosen by another site.
 */
export function withSession(keeper: SessionKeeper, cookie: SessionCookie, publicOrigin: string): RequestHandler {
  return async (req, res, next): Promise<void> => {
    const secret = cookie.takeFrom(req);
    if (secret === undefined || req.headers.authorization !== undefined) return next();
    if (!isOwnWrite(req, publicOrigin)) return sendProblem(res, foreignOrigin(publicOrigin));
    try {
      const admitted = await keeper.admit(secret);
      if (admitted === null) cookie.clear(res);
      else {
        if (!isRead(req)) await keeper.wrote(secret);
        req.headers.authorization = `Bearer ${admitted.accessToken}`;
        cookie.letIn(req, admitted.visit);
      }
    } catch (error) {
      if (!isAway(error)) throw error;
      res.set('Retry-After', '1');
      return sendProblem(
        res,
        new HttpProblem(503, 'unavailable', 'The sign-in cannot be checked right now; it is not lost.'),
      );
    }
    next();
  };
}

/** Membership, the database or another instance does not answer; the sign-in itself may well be good. */
function isAway(error: unknown): boolean {
  return error instanceof HttpProblem || error instanceof StillRefreshing || isTransient(error);
}
