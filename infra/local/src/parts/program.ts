import { setTimeout as sleep } from 'node:timers/promises';
import { OperatorProblem } from '../problem';
import { lastLines, type LoggedChild } from '../process/logged-child';

const READY_TIMEOUT_MS = 90_000;
const POLL_MS = 50;

/** How long a program may take to end after SIGTERM. */
export const STOP_GRACE_MS = 15_000;

/** A server program: how to start it and how to see that it serves. */
export interface Program {
  readonly name: string;
  spawn(): Promise<LoggedChild>;
  /** Whether it serves now; may throw while it does not. */
  ready(): Promise<boolean>;
}

/** A running server that can be stopped, killed and brought back with the same port and data. */
export interface RunningPart {
  readonly pid: number;
  readonly port: number;
  readonly logFile: string;
  stop(): Promise<void>;
  /** SIGKILL, as a crash would end it. */
  kill(): Promise<void>;
  /** Starts it again, ending it first where it still runs. */
  restart(): Promise<void>;
}

/** Starts a program and gives it the handles that every part has. */
export async function runPart(port: number, program: Program): Promise<RunningPart> {
  let child = await launch(program);
  return {
    get pid() {
      return child.pid;
    },
    port,
    logFile: child.logFile,
    async stop() {
      await child.stop(STOP_GRACE_MS);
    },
    async kill() {
      await child.kill('SIGKILL');
    },
    async restart() {
      await child.stop(STOP_GRACE_MS);
      child = await launch(program);
    },
  };
}

/** Throws, with the end of the log, when the program ends first or is not ready in time. */
export async function waitUntilReady(program: Program, child: LoggedChild): Promise<void> {
  const deadline = Date.now() + READY_TIMEOUT_MS;
  let cause = '';
  const noteCause = (error: Error) => {
    if (error instanceof OperatorProblem) throw error;
    cause = `: ${error.message}`;
    return false;
  };
  while (!(await program.ready().catch(noteCause))) {
    if (!child.running()) throw failedStart(program, child, 'ended while starting');
    if (Date.now() > deadline)
      throw failedStart(program, child, `was not ready after ${READY_TIMEOUT_MS / 1000} s${cause}`);
    await sleep(POLL_MS);
  }
}

async function launch(program: Program): Promise<LoggedChild> {
  const child = await program.spawn();
  try {
    await waitUntilReady(program, child);
    return child;
  } catch (error) {
    await child.stop(STOP_GRACE_MS);
    throw error;
  }
}

function failedStart({ name }: Program, child: LoggedChild, what: string): OperatorProblem {
  return new OperatorProblem(`${name} ${what}. The end of ${child.logFile}:\n${lastLines(child.logFile, 15)}`);
}
