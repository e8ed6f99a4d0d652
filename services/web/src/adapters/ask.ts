import http from 'node:http';
import https from 'node:https';
import { text } from 'node:stream/consumers';
import type { Upstreams } from '../ports';

/** What came back; the body as it was sent. */
export interface Answered {
  status: number;
  body: string;
}

/**
 * Asks a service over connections that stay open. A page asks five services at once, and the streams, signals and header lists of
 * `fetch` cost more than all else that is done for it. Rejects when nothing whole came in time.
 */
export function createAsk({ url, timeoutMs }: { url: string; timeoutMs: number }) {
  const { request, Agent } = url.startsWith('https:') ? https : http;
  const agent = new Agent({ keepAlive: true, maxSockets: 128 });
  return (path: string, headers: Readonly<Record<string, string>>): Promise<Answered> =>
    new Promise((resolve, reject) => {
      const asked = request(url + path, { headers: { ...headers, accept: 'application/json' }, agent }, (answer) => {
        text(answer)
          .then((body) => resolve({ status: answer.statusCode ?? 0, body }), reject)
          .finally(stop);
      });
      // Of the whole answer, not only of a silence in it.
      const timer = setTimeout(() => asked.destroy(new Error(`${url} did not answer in ${timeoutMs} ms`)), timeoutMs);
      const stop = (): void => clearTimeout(timer);
      asked.once('error', (error) => {
        stop();
        reject(error);
      });
      asked.end();
    });
}

/** The same for each of the services behind the origin. */
export function createAskOfEach(upstreams: Upstreams, timeoutMs: number): Readonly<Record<keyof Upstreams, Ask>> {
  const askOf = (name: keyof Upstreams) => createAsk({ url: upstreams[name], timeoutMs });
  return {
    membership: askOf('membership'),
    payment: askOf('payment'),
    homework: askOf('homework'),
    checkin: askOf('checkin'),
  };
}
type Ask = ReturnType<typeof createAsk>;
