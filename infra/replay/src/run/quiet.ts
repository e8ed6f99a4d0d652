import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import type { Client } from '../http/client';
import { read } from '../http/expect';
import { readSandbox } from './sandbox-state';

const Status = z.object({ outboxPending: z.int(), consumerLag: z.int(), parked: z.int(), workPending: z.int() });

const LOOK_EVERY_MS = 200;
const LOOKS_IN_A_ROW = 2;
/** Without any change in what is pending. */
const STUCK_AFTER_MS = 90_000;

export interface QuietOptions {
  /** Where the services tell operators how they fare, by name. */
  services: ReadonlyMap<string, Client>;
  sandbox: Client;
  signal?: AbortSignal;
}

/** Waits until no service and not the processor has anything left to do. Throws with what is left when that stands still. */
export async function untilQuiet({ services, sandbox, signal }: QuietOptions): Promise<void> {
  let quietLooks = 0;
  let last = '';
  let changedMs = performance.now();
  while (quietLooks < LOOKS_IN_A_ROW) {
    signal?.throwIfAborted();
    const busy = (
      await Promise.all([...[...services].map(([name, client]) => busyWith(name, client)), sandboxBusyWith(sandbox)])
    )
      .flat()
      .join(', ');
    quietLooks = busy === '' ? quietLooks + 1 : 0;
    if (busy !== last) changedMs = performance.now();
    last = busy;
    if (performance.now() - changedMs > STUCK_AFTER_MS)
      throw new Error(`not quiet, and nothing has moved for ${STUCK_AFTER_MS / 1_000} s: ${busy}`);
    if (quietLooks < LOOKS_IN_A_ROW) await sleep(LOOK_EVERY_MS, undefined, { signal });
  }
}

async function busyWith(name: string, client: Client): Promise<string[]> {
  const status = read(await client.send({ method: 'GET', path: '/statusz' }), Status, `the status of ${name}`);
  return Object.entries(status)
    .filter(([, count]) => count !== 0)
    .map(([what, count]) => `${name}.${what} ${count}`);
}

async function sandboxBusyWith(sandbox: Client): Promise<string[]> {
  const { quiet, webhooks, refunds } = await readSandbox(sandbox, false);
  return quiet ? [] : [`sandbox: ${webhooks.undelivered} webhooks undelivered, ${refunds.settling} refunds settling`];
}
