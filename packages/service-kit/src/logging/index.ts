import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes } from 'node:crypto';
import pino, { type DestinationStream, type Logger } from 'pino';

export type { Logger } from 'pino';

const secretKeys = [
  'authorization', 'cookie', '"set-cookie"', 'password', 'passphrase', 'token', 'accessToken', 'refreshToken', 'email', 'secret', 'text', 'markdown',
];
const redacted = secretKeys.flatMap((key) => {
  const step = key.startsWith('"') ? `[${key}]` : `.${key}`;
  return [step.replace(/^\./, ''), `*${step}`, `*.*${step}`];
});

/** JSON lines on stdout, with the trace id; secrets and personal data are redacted by their key. */
export function createLogger({ service, level }: { service: string; level: string }, destination?: DestinationStream): Logger {
  const options: pino.LoggerOptions = {
    level,
    base: { service },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    redact: { paths: redacted, censor: '[redacted]' },
    mixin: () => {
      const trace = currentTrace();
      return trace ? { traceId: traceIdOf(trace) } : {};
    },
  };
  return destination ? pino(options, destination) : pino(options);
}

const traces = new AsyncLocalStorage<string>();

/** The W3C traceparent of what is being done, if any. */
export function currentTrace(): string | undefined {
  return traces.getStore();
}

/** Runs `work` under a traceparent; log lines and published events carry it. */
export function withTrace<T>(traceparent: string | undefined, work: () => T): T {
  return traces.run(isTraceparent(traceparent) ? traceparent : newTrace(), work);
}

export function traceIdOf(traceparent: string): string {
  return traceparent.slice(3, 35);
}

function isTraceparent(text: string | undefined): text is string {
  return text !== undefined && /^00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}$/.test(text);
}

function newTrace(): string {
  const bytes = randomBytes(24).toString('hex');
  return `00-${bytes.slice(0, 32)}-${bytes.slice(32)}-01`;
}
