import { Agent, get } from 'node:http';
import type { LoadRequest } from './load';

/** Somebody far too slow; it counts as failed. */
const PATIENCE_MS = 10_000;

export interface OpenLoopResult {
  p50Ms: number;
  p95Ms: number;
  /** Answers that were no 200, and none at all. */
  failed: number;
}

/** Asks so many times a second whether answers come or not, as people do; each time is counted from when it was due. */
export async function loadOpenLoop(
  url: string,
  { perSecond, seconds }: { perSecond: number; seconds: number },
  next: () => LoadRequest,
): Promise<OpenLoopResult> {
  const agent = new Agent({ keepAlive: true });
  const count = perSecond * seconds;
  const beganMs = performance.now();
  const all = Array.from({ length: count }, async (_, index) => {
    const dueMs = beganMs + (index * 1_000) / perSecond;
    await new Promise((resolve) => setTimeout(resolve, dueMs - performance.now()));
    const isAnswered = await ask(url, next(), agent);
    return isAnswered ? performance.now() - dueMs : Number.POSITIVE_INFINITY;
  });
  const times = (await Promise.all(all)).sort((one, other) => one - other);
  agent.destroy();
  const at = (part: number) => times[Math.ceil(count * part) - 1] ?? Number.NaN;
  return { p50Ms: at(0.5), p95Ms: at(0.95), failed: times.filter((time) => !Number.isFinite(time)).length };
}

/** Whether it was answered with 200, to the last byte. */
function ask(url: string, { path, headers }: LoadRequest, agent: Agent): Promise<boolean> {
  return new Promise((resolve) => {
    const request = get(url + path, { headers, agent, timeout: PATIENCE_MS }, (answer) => {
      answer.resume();
      answer.once('end', () => resolve(answer.statusCode === 200));
      answer.once('error', () => resolve(false));
    });
    request.once('timeout', () => request.destroy());
    request.once('error', () => resolve(false));
  });
}
