import { readFileSync, writeFileSync } from 'node:fs';
import type { System } from '@daka/local';

const WANTED_MB = 160;
/** No services of ours, or no services at all. */
const others = new Set(['mongo', 'kafka', 'sandbox']);

/** What is resident of one process of the system now (MB). Linux only. */
export function residentMb(system: System, name: string): number {
  return residentOfMb(system.pids()[name]);
}

export const residentOfMb = (pid: number | undefined): number => statusMb(pid, 'VmRSS');

/** What was resident of a process at its highest since it was started, or since that was forgotten (MB). Linux only. */
export const highestMb = (pid: number): number => statusMb(pid, 'VmHWM');

/** Counts the highest anew from what is resident now (proc_pid_clear_refs(5)). */
export const forgetHighest = (pid: number): void => writeFileSync(`/proc/${pid}/clear_refs`, '5');

function statusMb(pid: number | undefined, field: 'VmRSS' | 'VmHWM'): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Math.round(Number(new RegExp(`${field}:\\s+(\\d+)`).exec(status)?.[1]) / 1_024);
}

/** Says what is resident of each service, now and at its highest since it was started. Linux only. */
export function printMemory(system: System): void {
  for (const [name, pid] of Object.entries(system.pids())) {
    if (others.has(name)) continue;
    console.log(
      `  resident memory of ${name}: ${statusMb(pid, 'VmRSS')} MB, at most ${statusMb(pid, 'VmHWM')} MB (wanted: at most ${WANTED_MB})`,
    );
  }
}
