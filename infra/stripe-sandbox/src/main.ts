import { readConfig } from './config';
import { startSandbox, type Sandbox } from './sandbox';

function stopOnSignal(sandbox: Sandbox): void {
  const stop = () => void sandbox.stop().then(() => process.exit(0), fail);
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, stop);
  process.once('disconnect', stop); // the supervisor is gone
}

function fail(error: unknown): never {
  process.stderr.write(`stripe-sandbox: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}

async function main(): Promise<void> {
  const sandbox = await startSandbox(readConfig(process.env));
  process.stdout.write(`stripe-sandbox: listening on ${sandbox.url}\n`);
  stopOnSignal(sandbox);
}

main().catch(fail);
