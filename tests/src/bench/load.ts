import autocannon from 'autocannon';

export interface LoadResult {
  /** Answers with 2xx per second. */
  perSecond: number;
  p99Ms: number;
  /** Answers that were no 2xx, and connection errors. */
  failed: number;
}

export interface LoadRequest {
  path: string;
  headers: Record<string, string>;
  /** A POST with this body; without one, a GET. */
  body?: string;
}

interface LoadOptions {
  seconds: number;
  connections: number;
}

/** Sends requests over some connections for some seconds; `next` gives each request, so that no two need be alike. */
export async function load(
  url: string,
  { seconds, connections }: LoadOptions,
  next: () => LoadRequest,
): Promise<LoadResult> {
  const result = await autocannon({
    url,
    connections,
    duration: seconds,
    requests: [{ setupRequest: (request) => ({ ...request, ...asSent(next()) }) }],
  });
  return {
    perSecond: result['2xx'] / result.duration,
    p99Ms: result.latency.p99,
    failed: result.non2xx + result.errors,
  };
}

export function loadLine(what: string, { perSecond, p99Ms, failed }: LoadResult): string {
  return `  ${what.padEnd(32)} ${perSecond.toFixed(0).padStart(6)}/s  p99 ${String(p99Ms).padStart(4)} ms${failed ? `  FAILED ${failed}` : ''}`;
}

function asSent(request: LoadRequest): LoadRequest & { method: 'GET' | 'POST' } {
  return { ...request, method: request.body === undefined ? 'GET' : 'POST' };
}
