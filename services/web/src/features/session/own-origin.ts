import { HttpProblem, sendProblem } from '@daka/service-kit';
import type { RequestHandler } from 'express';

const READS = new Set(['GET', 'HEAD', 'OPTIONS']);

export function isRead({ method }: { method: string }): boolean {
  return READS.has(method);
}

/** Whether a request may change something for the browser that sent it: its Origin is written by the browser, no other site can choose it. */
export function isOwnWrite(
  { method, headers }: { method: string; headers: { origin?: string | undefined } },
  publicOrigin: string,
): boolean {
  return isRead({ method }) || headers.origin === publicOrigin;
}

export function foreignOrigin(publicOrigin: string): HttpProblem {
  return new HttpProblem(403, 'foreign_origin', `A write must come from ${publicOrigin}.`);
}

/** For routes that set or clear the cookie: nobody is signed in or out by another site. */
export function requireOwnOrigin(publicOrigin: string): RequestHandler {
  return (req, res, next) => (isOwnWrite(req, publicOrigin) ? next() : sendProblem(res, foreignOrigin(publicOrigin)));
}
