import { z } from 'zod';
import type { Client } from '../http/client';
import { read } from '../http/expect';

const Totals = z.object({ captured: z.int(), refunded: z.int(), refunds_pending: z.int(), balance: z.int() });
const Charge = z.object({
  metadata: z.record(z.string(), z.string()),
  currency: z.string(),
  captured: z.int(),
  refunded: z.int(),
  refunds_pending: z.int(),
});
const State = z.object({
  totals: z.record(z.string(), Totals),
  webhooks: z.object({ undelivered: z.int() }),
  refunds: z.object({ settling: z.int() }),
  quiet: z.boolean(),
  charges: z.array(Charge).default([]),
});

/** What the processor's double says happened. */
export type SandboxState = z.infer<typeof State>;

/** Reads the sandbox; without its charges unless asked for. */
export async function readSandbox(sandbox: Client, withCharges: boolean): Promise<SandboxState> {
  const path = `/_sandbox/state?charges=${withCharges}`;
  return read(await sandbox.send({ method: 'GET', path }), State, 'the state of the sandbox');
}
