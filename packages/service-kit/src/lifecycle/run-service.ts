import { ConfigError } from '../config';
import { createLogger } from '../logging';

export interface Running {
  stop(): Promise<void>;
}

const STOP_WITHIN_MS = 10_000;
const EXIT = { stopped: 0, failed: 1, badConfig: 2 } as const;

/**
 * Runs a service as a process: SIGTERM, SIGINT and a parent that went away stop it (exit 0); bad settings are one line on
 * stderr (exit 2), a taken port too (exit 1); anything uncaught is logged and ends the process (exit 1).
 */
export function runService(name: string, start: () => Promise<Running>): void {
  const logger = createLogger({ service: name, level: 'info' });
  const die = (error: unknown): never => {
    logger.fatal({ err: error }, 'the service cannot go on');
    process.exit(EXIT.failed);
  };
  process.once('uncaughtException', die);
  process.once('unhandledRejection', die);

  const running = Promise.resolve()
    .then(start)
    .catch((error: unknown) => endBecauseOf(error, name, die));
  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => die(new Error(`did not stop within ${STOP_WITHIN_MS} ms`)), STOP_WITHIN_MS).unref();
    running.then((service) => service.stop()).then(() => process.exit(EXIT.stopped), die);
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  process.once('disconnect', stop);
}

/** What the person who starts it can mend is told in one line, without a stack. */
function endBecauseOf(error: unknown, name: string, die: (error: unknown) => never): never {
  if (error instanceof ConfigError) {
    process.stderr.write(`${name}: ${error.message}\n`);
    process.exit(EXIT.badConfig);
  }
  if (isPortTaken(error)) {
    process.stderr.write(
      `${name}: port ${error.port} is taken by another program; set PORT or OPERATIONS_PORT, or stop that program\n`,
    );
    process.exit(EXIT.failed);
  }
  return die(error);
}

function isPortTaken(error: unknown): error is Error & { port: number } {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE' && 'port' in error;
}
