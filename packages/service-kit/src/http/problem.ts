import type { Problem } from '@daka/contracts';
import type { Response } from 'express';
import { currentTrace, traceIdOf } from '../logging';

/** A request that ends here, with what the caller is told. */
export class HttpProblem extends Error {
  override name = 'HttpProblem';

  constructor(
    readonly status: number,
    readonly code: string,
    readonly detail?: string,
    readonly fields?: Problem['fields'],
    readonly extra?: Record<string, unknown>,
  ) {
    super(`${status} ${code}`);
  }
}

/** The problem document (RFC 9457) of a status and a stable code. */
export function problemDocument({
  status,
  code,
  detail,
  fields,
  extra,
}: Omit<HttpProblem, 'name' | 'message'>): Problem {
  const trace = currentTrace();
  return {
    type: `urn:daka:problem:${code}`,
    title: titleOf(code),
    status,
    code,
    ...(detail === undefined ? {} : { detail }),
    ...(fields === undefined ? {} : { fields }),
    ...(trace === undefined ? {} : { correlationId: traceIdOf(trace) }),
    ...extra,
  };
}

export function sendProblem(res: Response, problem: HttpProblem): void {
  if (res.headersSent) {
    res.destroy();
    return;
  }
  res
    .status(problem.status)
    .type('application/problem+json')
    .send(JSON.stringify(problemDocument(problem)));
}

function titleOf(code: string): string {
  const words = code.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
