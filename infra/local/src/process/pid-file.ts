import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const REAP_TIMEOUT_MS = 10_000;

export interface PidRecord {
  pid: number;
  /** A text that only our own process has in its command line, such as its data folder. */
  marker: string;
}

/** Remembers a running child, so that a later start can end it if this process is killed outright. */
export function writePidFile(file: string, record: PidRecord): void {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, JSON.stringify(record));
}

/** Forgets a child that has ended. */
export function removePidFile(file: string): void {
  fs.rmSync(file, { force: true });
}

/**
 * Ends the process that a pid file names, but only if its command line still carries our marker: pids are reused.
 * Answers whether one was ended.
 */
export async function reapLeftover(file: string): Promise<boolean> {
  const record = readPidFile(file);
  if (!record) return false;
  const ours = isOurs(record);
  if (ours) await endProcess(record);
  removePidFile(file);
  return ours;
}

/** Ends every leftover named by the `*.pid` files in and below a folder; answers how many there were. */
export async function reapLeftovers(dir: string): Promise<number> {
  const files = fs.existsSync(dir)
    ? fs.readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.pid'))
    : [];
  const reaped = await Promise.all(files.map((name) => reapLeftover(path.join(dir, name))));
  return reaped.filter(Boolean).length;
}

/** Whether a process with this pid exists. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** The command line of a running process, or an empty string. */
export function commandLine(pid: number): string {
  try {
    if (process.platform === 'linux') return fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    return execFileSync('ps', ['-ww', '-o', 'args=', '-p', String(pid)], { encoding: 'utf8' });
  } catch {
    return '';
  }
}

function isOurs({ pid, marker }: PidRecord): boolean {
  return commandLine(pid).includes(marker);
}

async function endProcess(record: PidRecord): Promise<void> {
  signal(record.pid, 'SIGTERM');
  const deadline = Date.now() + REAP_TIMEOUT_MS;
  while (isOurs(record)) {
    if (Date.now() > deadline) signal(record.pid, 'SIGKILL');
    await sleep(50);
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It ended between the look and the signal, which is what was wanted.
  }
}

/** What a pid file says, or null when it is missing or damaged. */
export function readPidFile(file: string): PidRecord | null {
  try {
    const { pid, marker } = JSON.parse(fs.readFileSync(file, 'utf8')) as Partial<PidRecord>;
    return Number.isInteger(pid) && typeof marker === 'string' && marker.length > 3
      ? { pid: pid as number, marker }
      : null;
  } catch {
    return null;
  }
}
