import http from 'node:http';
import https from 'node:https';

export interface Poster {
  /** Resolves with the status, or undefined when there was no answer in time. */
  post(url: string, body: string, headers: Readonly<Record<string, string>>): Promise<number | undefined>;
  stop(): void;
}

/** Posts JSON over kept connections. */
export function createPoster({ maxSockets, timeoutMs }: { maxSockets: number; timeoutMs: number }): Poster {
  const agents = {
    http: new http.Agent({ keepAlive: true, maxSockets }),
    https: new https.Agent({ keepAlive: true, maxSockets }),
  };
  return {
    post: (url, body, headers) =>
      new Promise((resolve) => {
        let status: number | undefined;
        const isTls = url.startsWith('https:');
        const request = (isTls ? https : http).request(url, {
          method: 'POST',
          agent: isTls ? agents.https : agents.http,
          timeout: timeoutMs,
          headers: {
            'content-type': 'application/json; charset=utf-8',
            'content-length': Buffer.byteLength(body),
            'user-agent': 'Stripe/1.0 (sandbox)',
            ...headers,
          },
        });
        request.on('response', (response) => {
          status = response.statusCode;
          response.resume();
        });
        request.on('timeout', () => request.destroy());
        request.on('error', () => (status = undefined));
        request.on('close', () => resolve(status));
        request.end(body);
      }),
    stop() {
      agents.http.destroy();
      agents.https.destroy();
    },
  };
}
