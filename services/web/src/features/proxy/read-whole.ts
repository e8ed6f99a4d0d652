import { HttpProblem } from '@daka/service-kit';
import type { IncomingMessage } from 'node:http';

/** More than any route of a service takes; each route has its own bound and says so. */
const MAX_BYTES = 1_048_576;
/** A phone on a poor line sends the longest text in a third of this. */
const WITHIN_MS = 20_000;

/**
 * The whole body of a request, before anything is asked of a service for it: so a slow sender takes up none of the connections
 * that others' requests need, only memory within the bound. @throws HttpProblem 413 or 408.
 */
export function readWhole(
  req: IncomingMessage,
  { maxBytes = MAX_BYTES, withinMs = WITHIN_MS }: { maxBytes?: number; withinMs?: number } = {},
): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    const end = (settle: () => void) => {
      clearTimeout(late);
      req.off('data', take).off('end', whole).off('close', cut).off('error', cut);
      settle();
    };
    const take = (chunk: Buffer) => {
      length += chunk.length;
      if (length <= maxBytes) chunks.push(chunk);
      else end(() => reject(new HttpProblem(413, 'too_large', 'The body is too large.')));
    };
    const whole = () => end(() => resolve(Buffer.concat(chunks)));
    const cut = () => end(() => reject(new HttpProblem(400, 'invalid_request', 'The body ended too early.')));
    const late = setTimeout(
      () => end(() => reject(new HttpProblem(408, 'too_slow', 'The body did not arrive in time.'))),
      withinMs,
    );
    req.on('data', take).on('end', whole).on('close', cut).on('error', cut);
  });
}
