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
  body: string;
}

const CONNECTIONS = 64;

/** Sends requests over 64 connections for some seconds; `next` gives each request, so that no two are alike. */
export async function load(url: string, seconds: number, next: () => LoadRequest): Promise<LoadResult> {
  const result = await autocannon({
    url,
    connections: CONNECTIONS,
    duration: seconds,
    requests: [{ method: 'POST', setupRequest: (request) => ({ ...request, ...next() }) }],
  });
  return { perSecond: result['2xx'] / result.duration, p99Ms: result.latency.p99, failed: result.non2xx + result.errors };
}
