import net from 'node:net';
import { OperatorProblem } from './problem';

const LOOPBACK = '127.0.0.1';
const FIRST_PORT = 23_000;
const PORT_COUNT = 2_000;
const GUARD_OFFSET = 6_000;
const MAX_ATTEMPTS = 200;

/**
 * A port on loopback that no other Daka process will be given while this process lives.
 * The range lies below the one that systems use for outgoing connections. A listener on a second, "guard" port is the
 * reservation: taking it is atomic between processes, and the system frees it when the holder dies.
 */
export async function freePort(): Promise<number> {
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
    const port = FIRST_PORT + Math.floor(Math.random() * PORT_COUNT);
    const guard = await tryListen(port + GUARD_OFFSET);
    if (!guard) continue;
    if (await isPortFree(port)) {
      guard.unref();
      return port;
    }
    guard.close();
  }
  throw new OperatorProblem(`No free port between ${FIRST_PORT} and ${FIRST_PORT + PORT_COUNT} on ${LOOPBACK}.`);
}

/** Whether a server could listen on this loopback port now. */
export async function isPortFree(port: number): Promise<boolean> {
  const server = await tryListen(port);
  if (!server) return false;
  await new Promise((resolve) => server.close(resolve));
  return true;
}

/** Throws one clear line when the port is taken. `setting` is what to change: an environment variable. */
export async function requireFreePort(port: number, who: string, setting: string): Promise<void> {
  if (await isPortFree(port)) return;
  throw new OperatorProblem(
    `Port ${port} for ${who} is in use by another program. Stop it, or set ${setting} to another port.`,
  );
}

function tryListen(port: number): Promise<net.Server | null> {
  return new Promise((resolve) => {
    const server = net.createServer((socket) => socket.destroy());
    server.once('error', () => resolve(null));
    server.listen({ port, host: LOOPBACK, exclusive: true }, () => resolve(server));
  });
}
