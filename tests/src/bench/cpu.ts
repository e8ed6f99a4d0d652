import { readFileSync } from 'node:fs';

const TICKS_A_SECOND = 100;

/** Processor time of a process so far, in milliseconds; on a busy machine the steadier figure beside any rate. Linux only. */
function cpuMs(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The name in brackets may hold blanks; user and system time are the 12th and 13th field behind it.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return ((Number(fields[11]) + Number(fields[12])) / TICKS_A_SECOND) * 1_000;
}

/** Runs something and tells what it cost each process, by name. */
export async function withCpu<T>(
  pids: Record<string, number>,
  run: () => Promise<T>,
): Promise<{ result: T; costMs: Record<string, number> }> {
  const before = Object.entries(pids).map(([name, pid]) => [name, cpuMs(pid)] as const);
  const result = await run();
  return { result, costMs: Object.fromEntries(before.map(([name, ms]) => [name, cpuMs(pids[name] ?? 0) - ms])) };
}

/** "checkin 0.61, mongo 0.30 ms" of processor time for each request. */
export function costLine(costMs: Record<string, number>, requests: number): string {
  const parts = Object.entries(costMs).map(([name, ms]) => `${name} ${(ms / requests).toFixed(2)}`);
  return `    processor time a request: ${parts.join(', ')} ms`;
}
