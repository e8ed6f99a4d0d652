import { describeFailure, OperatorProblem } from '../problem';
import { fixedPorts } from '../system/options';
import { findRunningServers } from '../system/running-servers';
import { openParkedMessages, type ParkedMessage, type ParkedStore } from './parked-messages';

const USAGE = 'Usage: npm run parked -- list|retry';

/** `npm run parked`: shows the messages that services have set aside, or has those that failed tried again. */
async function main(action: string | undefined): Promise<void> {
  if (action !== 'list' && action !== 'retry') throw new OperatorProblem(USAGE);
  const store = await open();
  try {
    if (action === 'list') print(await store.list());
    else
      process.stdout.write(
        `${await store.retry()} messages will be tried again by the running services within seconds.\n`,
      );
  } finally {
    await store.close();
  }
}

async function open(): Promise<ParkedStore> {
  const url =
    findRunningServers().mongoUrl ||
    `mongodb://127.0.0.1:${process.env['MONGO_PORT'] || fixedPorts.mongo}/?directConnection=true`;
  try {
    return await openParkedMessages(url, 'daka');
  } catch {
    throw new OperatorProblem(
      'MongoDB does not answer. Start Daka with npm start, or set MONGO_URL to the one it uses.',
    );
  }
}

function print(messages: readonly ParkedMessage[]): void {
  for (const { service, reason, topic, subject, seq, attempts, parkedAt, error = '' } of messages) {
    process.stdout.write(
      `${[parkedAt.toISOString(), service, reason, topic, subject, `seq ${seq ?? 'unknown'}`, `${attempts} attempts`, error].join('  ').trimEnd()}\n`,
    );
  }
  process.stdout.write(`${messages.length} parked\n`);
}

main(process.argv[2]).catch((error: unknown) => {
  process.stderr.write(`${describeFailure(error)}\n`);
  process.exitCode = 1;
});
