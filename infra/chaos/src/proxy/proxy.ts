import net from 'node:net';
import type { Trouble } from '../plan/acts';

export interface Proxy {
  readonly port: number;
  /** Lets this go wrong from now on, for the connections that are there and for new ones. */
  trouble(kind: Trouble): void;
  /** All is well again. Connections that lost something on the way end, as they can carry nothing sensible any more. */
  heal(): void;
  /** Bytes that were asked and answered since the start. */
  carried(): { asked: number; answered: number };
  stop(): Promise<void>;
}

interface Pair {
  client: net.Socket;
  server: net.Socket;
}

const HOST = '127.0.0.1';
const DELAY_MS = 250;

/** Stands between a client and a server on this machine, and spoils what passes when told to. */
export async function startProxy({ port, targetPort }: { port: number; targetPort: number }): Promise<Proxy> {
  const pairs = new Set<Pair>();
  let trouble: Trouble | null = null;
  const carried = { asked: 0, answered: 0 };
  const server = net.createServer({ allowHalfOpen: false }, (client) => {
    if (trouble === 'cut') return void client.destroy();
    const pair = { client, server: net.connect({ host: HOST, port: targetPort }) };
    pairs.add(pair);
    join(pair, () => pairs.delete(pair));
    pass(client, pair.server, 'asked');
    pass(pair.server, client, 'answered');
  });

  function pass(from: net.Socket, to: net.Socket, way: 'asked' | 'answered'): void {
    const lane = createLane((chunk) => {
      carried[way] += chunk.length;
      if (!to.destroyed && !to.write(chunk)) from.pause();
    });
    from.on('data', (chunk: Buffer) => {
      if (!isLost(trouble, way)) lane.send(chunk, trouble === 'delay' ? DELAY_MS : 0);
    });
    from.on('close', lane.stop);
    to.on('drain', () => from.resume());
  }

  const endAll = () => {
    for (const { client, server: upstream } of pairs) {
      client.destroy();
      upstream.destroy();
    }
  };
  await listen(server, port);
  return {
    port,
    trouble(kind) {
      trouble = kind;
      if (kind === 'cut') endAll();
    },
    heal() {
      if (trouble !== null && trouble !== 'delay') endAll();
      trouble = null;
    },
    carried: () => ({ ...carried }),
    async stop() {
      endAll();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Holds chunks back and keeps their order: what comes after a delayed one waits for it. */
function createLane(forward: (chunk: Buffer) => void) {
  const waiting: { chunk: Buffer; dueMs: number }[] = [];
  let timer: NodeJS.Timeout | undefined;

  function drain(): void {
    timer = undefined;
    while (waiting[0] && waiting[0].dueMs <= performance.now()) forward((waiting.shift() as { chunk: Buffer }).chunk);
    if (waiting[0]) timer = setTimeout(drain, Math.max(1, waiting[0].dueMs - performance.now()));
  }

  return {
    send(chunk: Buffer, delayMs: number): void {
      if (delayMs === 0 && waiting.length === 0) return forward(chunk);
      waiting.push({ chunk, dueMs: performance.now() + delayMs });
      timer ??= setTimeout(drain, delayMs);
    },
    stop: () => clearTimeout(timer),
  };
}

function isLost(trouble: Trouble | null, way: 'asked' | 'answered'): boolean {
  switch (trouble) {
    case 'half_open':
      return true;
    case 'swallow':
      return way === 'answered';
    case 'lose':
      return way === 'asked';
    case 'cut':
    case 'delay':
    case null:
      return false;
    default:
      return trouble satisfies never;
  }
}

/** One side's end is the other's. */
function join({ client, server }: Pair, onEnd: () => void): void {
  for (const [one, other] of [
    [client, server],
    [server, client],
  ] as const) {
    one.setNoDelay(true);
    one.on('error', () => other.destroy());
    one.on('close', () => {
      other.end();
      onEnd();
    });
  }
}

function listen(server: net.Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, host: HOST }, () => resolve());
  });
}
