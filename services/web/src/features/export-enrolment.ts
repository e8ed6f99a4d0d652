import { HttpProblem, sendProblem } from '@daka/service-kit';
import type { RequestHandler, Response } from 'express';
import type { Upstreams } from '../ports';

const TIMEOUT_MS = 30_000;

type Half = { name: keyof Upstreams; answer: globalThis.Response } | { name: keyof Upstreams; answer: null };

/**
 * "Replay my money" as one file: check-in's half and payment's half, each asked with the caller's own token. No service
 * asks another; the origin that stands before both puts them together and decides nothing.
 */
export function exportEnrolment(
  upstreams: Pick<Upstreams, 'checkin' | 'payment'>,
): RequestHandler<{ enrolmentId: string }> {
  return (req, res) => {
    const path = `/enrolments/${encodeURIComponent(req.params.enrolmentId)}/export`;
    const headers: Record<string, string> =
      req.headers.authorization === undefined ? {} : { authorization: req.headers.authorization };
    const ask = async (name: 'checkin' | 'payment'): Promise<Half> => {
      const answer = await fetch(`${upstreams[name]}${path}`, {
        headers,
        signal: AbortSignal.timeout(TIMEOUT_MS),
      }).catch(() => null);
      return { name, answer };
    };
    void Promise.all([ask('checkin'), ask('payment')])
      .then((halves) => answer(req.params.enrolmentId, halves, res))
      .catch(() =>
        sendProblem(res, new HttpProblem(503, 'unavailable', 'An answer broke off; try again in a moment.')),
      );
  };
}

async function answer(enrolmentId: string, halves: readonly Half[], res: Response): Promise<void> {
  for (const { name, answer: half } of halves) {
    if (half === null)
      return sendProblem(res, new HttpProblem(503, 'unavailable', `${name} does not answer; try again in a moment.`));
    // What a service refuses it has explained itself.
    if (!half.ok)
      return void res
        .status(half.status)
        .type(half.headers.get('content-type') ?? 'application/problem+json')
        .send(await half.text());
  }
  const [calendar, money] = await Promise.all(halves.map(({ answer: half }) => half?.json()));
  // Each half is what its service answers by its contract; who reads the file checks it.
  const document = { kind: 'daka.export.v1', calendar, money };
  res.setHeader('Cache-Control', 'no-store');
  res.setHeader('Content-Disposition', `attachment; filename="daka-${enrolmentId}.json"`);
  res.json(document);
}
