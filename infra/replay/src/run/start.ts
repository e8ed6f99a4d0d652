import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { dakaDir, findRunningServers, forgetSystem, startSystem, type System } from '@daka/local';

/** How the processor's notices arrive; `reversed` is twice each and the newest first. */
export const webhookModes = ['normal', 'twice', 'reversed', 'none'] as const;
export type WebhookMode = (typeof webhookModes)[number];

export interface StartOptions {
  webhooks: WebhookMode;
  /** Own servers, because they are killed too. */
  kill: boolean;
  /** Leaves databases, topics and logs. */
  keep: boolean;
  log(line: string): void;
  signal?: AbortSignal;
}

export interface StartedSystem {
  system: System;
  stop(): Promise<void>;
}

/** Starts a system of its own under a virtual clock, on MongoDB and Kafka that run already where there are any. */
export async function startReplaySystem({ webhooks, kill, keep, log, signal }: StartOptions): Promise<StartedSystem> {
  const id = `${Date.now().toString(36)}${randomBytes(3).toString('hex')}`;
  const dir = path.join(dakaDir, 'replay', id);
  const given = kill ? {} : findRunningServers();
  const system = await startSystem({
    dir,
    ...given,
    ports: 'free',
    databasePrefix: `replay_${id}`,
    topicPrefix: `replay-${id}.`,
    virtualClock: true,
    sandboxEnv: { SANDBOX_FAULTS: JSON.stringify({ webhooks: webhookFaults(webhooks) }) },
    log,
    signal,
  });
  return {
    system,
    async stop() {
      await system.stop();
      if (keep) return log(`Kept: ${dir}`);
      await forgetSystem({ ...given, databasePrefix: system.databasePrefix, topicPrefix: system.topicPrefix });
      fs.rmSync(dir, { recursive: true, force: true });
    },
  };
}

function webhookFaults(mode: WebhookMode): object {
  switch (mode) {
    case 'normal':
      return {};
    case 'twice':
      return { copies: 2 };
    case 'reversed':
      return { copies: 2, reverseWindow: 20, reverseWaitMs: 150 };
    case 'none':
      return { off: true };
    default:
      return unknownMode(mode);
  }
}

function unknownMode(mode: never): never {
  throw new TypeError(`unknown webhook mode: ${String(mode)}`);
}
