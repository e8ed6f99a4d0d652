import express, { type Request, type RequestHandler, type Response } from 'express';
import { HttpProblem } from './problem';
import type { RouteDefinition } from './route';

const MAX_BODY_BYTES = 262_144;
/** For routes that take long texts: limits are in characters, and one may have 25 bytes, or be escaped. */
export const LONG_TEXT_BYTES = 1_048_576;

/** Reads the body into `req.body`; a problem when it is no JSON by its own account. Throws what the parser finds wrong with it. */
export type ReadBody = (req: Request, res: Response) => Promise<HttpProblem | null>;

/** How a route reads its body; none at all counts as an empty object, so that a missing field is named. */
export function createReadBody({
  body,
  rawBody,
  streamsBody,
  maxBodyBytes: limit = MAX_BODY_BYTES,
}: RouteDefinition): ReadBody {
  if (streamsBody) return async (req) => (Number(req.headers['content-length'] ?? 0) > limit ? tooLarge() : null);
  if (rawBody) return run(express.raw({ type: () => true, limit }));
  if (!body) return async () => null;
  const readJson = run(express.json({ limit, type: () => true }));
  return async (req, res) => {
    if (!hasBody(req)) {
      req.body = {};
      return null;
    }
    if (!req.is('application/json'))
      return new HttpProblem(415, 'unsupported_media_type', 'Send JSON with Content-Type: application/json.');
    return readJson(req, res);
  };
}

function tooLarge(): HttpProblem {
  return new HttpProblem(413, 'too_large', 'The body is too large.', [{ path: 'body', message: 'is too large' }]);
}

function hasBody({ headers }: Request): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

function run(read: RequestHandler): ReadBody {
  return (req, res) =>
    new Promise((resolve, reject) => {
      void read(req, res, (error?: unknown) => (error === undefined ? resolve(null) : reject(error)));
    });
}
