import { ConfigError } from '../config';
import { createLogger } from '../logging';

export interface Running {
  stop(): Promise<void>;
}

const STOP_WITHIN_MS = 10_000;

/**
 * Runs a service as a process: SIGTERM, SIGINT and a parent that went away stop it (exit 0);
 * bad settings are one line and exit 2; anything uncaught is logged and ends the process with 1.
 */
export function runService(name: string, start: () => Promise<Running>): void {
  const logger = createLogger({ service: name, level: process.env.LOG_LEVEL ?? 'info' });
  const die = (error: unknown) => {
    logger.fatal({ err: error }, 'the service cannot go on');
    process.exit(1);
  };
  process.once('uncaughtException', die);
  process.once('unhandledRejection', die);

  const running = start().catch((error: unknown) => {
    if (error instanceof ConfigError) {
      process.stderr.write(`${name}: ${error.message}\n`);
      process.exit(2);
    }
    return die(error);
  });

  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => die(new Error(`did not stop within ${STOP_WITHIN_MS} ms`)), STOP_WITHIN_MS).unref();
    running
      .then((service) => service?.stop())
      .then(() => process.exit(0), die);
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  process.once('disconnect', stop);
}
