import { readFileSync } from 'node:fs';

/** The domain's time: days, holds, due dates. Tokens and signatures use the wall clock instead. */
export interface Clock {
  /** Epoch milliseconds. */
  nowMs(): number;
}

/** The system's clock, or the instant written in CLOCK_FILE (`system` or no file: the system's clock). */
export function createClock({ CLOCK_FILE, NODE_ENV }: { CLOCK_FILE?: string; NODE_ENV: string }): Clock {
  if (!CLOCK_FILE) return { nowMs: () => Date.now() };
  if (NODE_ENV === 'production') throw new Error('a virtual clock is refused in production');
  return { nowMs: () => readClockFile(CLOCK_FILE) };
}

/** Read at each call: all processes agree, and a restarted one too. The file is replaced atomically. */
function readClockFile(file: string): number {
  const text = textOf(file);
  if (text === null || text === 'system') return Date.now();
  const instantMs = Date.parse(text);
  if (Number.isNaN(instantMs)) throw new Error(`${file} holds no instant`);
  return instantMs;
}

function textOf(file: string): string | null {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    // Node's own errors of files carry a code.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
