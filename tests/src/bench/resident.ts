import { readFileSync } from 'node:fs';
import type { System } from '@daka/local';

const WANTED_MB = 160;
/** No services of ours, or no services at all. */
const others = new Set(['mongo', 'kafka', 'sandbox']);

/** Says what is resident of each service, now and at its highest since it was started. Linux only. */
export function printMemory(system: System): void {
  for (const [name, pid] of Object.entries(system.pids())) {
    if (others.has(name)) continue;
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const megabytes = (field: string) =>
      Math.round(Number(new RegExp(`${field}:\\s+(\\d+)`).exec(status)?.[1]) / 1_024);
    console.log(
      `  resident memory of ${name}: ${megabytes('VmRSS')} MB, at most ${megabytes('VmHWM')} MB (wanted: at most ${WANTED_MB})`,
    );
  }
}
