import { pino, stdTimeFunctions, type DestinationStream, type Logger } from 'pino';
import { redactFields, redactLine } from './redact';
import { currentTrace, traceIdOf } from './trace';

export type { Logger } from 'pino';

/**
 * JSON lines on stdout, each with the trace that it belongs to and none with a secret or an e-mail address.
 * ERROR is for what somebody must fix now; what heals by itself is a WARN.
 */
export function createLogger(
  { service, level }: { service: string; level: string },
  destination?: DestinationStream,
): Logger {
  const options: pino.LoggerOptions = {
    level,
    base: { service },
    timestamp: stdTimeFunctions.isoTime,
    mixin: () => {
      const trace = currentTrace();
      return trace === undefined ? {} : { traceId: traceIdOf(trace) };
    },
    formatters: { level: (label) => ({ level: label }), log: redactFields },
    // Errors are described by redactFields; pino's own way would copy all of their properties.
    serializers: { err: (error: unknown) => error },
    hooks: { streamWrite: redactLine },
  };
  return pino(options, destination ?? pino.destination({ sync: true }));
}
