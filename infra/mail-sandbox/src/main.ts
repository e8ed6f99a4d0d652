import { z } from 'zod';
import { startMailSandbox } from './sandbox';

const port = z.coerce.number().int().min(0).max(65_535);
const Settings = z.object({
  HOST: z.string().default('127.0.0.1').describe('Address to listen on'),
  PORT: port.default(8091).describe('Port of the page and /_sandbox'),
  SMTP_PORT: port.default(8025).describe('Port that mail is sent to'),
});

function fail(error: unknown): never {
  process.stderr.write(`mail-sandbox: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}

async function main(): Promise<void> {
  const { HOST, PORT, SMTP_PORT } = Settings.parse(process.env);
  const sandbox = await startMailSandbox({ host: HOST, port: PORT, smtpPort: SMTP_PORT });
  process.stdout.write(`mail-sandbox: listening on ${sandbox.url} and ${sandbox.smtpUrl}\n`);
  const stop = () => void sandbox.stop().then(() => process.exit(0), fail);
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, stop);
  process.once('disconnect', stop); // the supervisor is gone
}

main().catch(fail);
