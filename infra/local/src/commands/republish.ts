import path from 'node:path';
import { kafkaSettingsOf } from '../parts/start-kafka';
import { repositoryRoot } from '../paths';
import { OperatorProblem } from '../problem';
import { findRunningServers } from '../system/running-servers';
import { endWith, runNode } from './payment-command';

/** `npm run republish`: has a topic's archived events sent again, in the running system or with MONGO_URL and KAFKA_BROKERS. */
async function main(): Promise<number> {
  const { mongoUrl, brokers, access } = findRunningServers();
  if (!mongoUrl || !brokers)
    throw new OperatorProblem('Nothing runs here. Start Daka with npm start, or set MONGO_URL and KAFKA_BROKERS.');
  const cli = path.join(repositoryRoot, 'packages/service-kit/dist/cli/republish.js');
  const args = process.argv.slice(2);
  // Whose topic it is may write it.
  const owner = args[args.indexOf('--topic') + 1]?.split('.')[0] ?? '';
  const passwords = access?.kafka && owner in access.kafka ? access.kafka : undefined;
  return runNode(cli, args, { MONGO_URL: mongoUrl, ...kafkaSettingsOf(brokers, passwords, owner) });
}

endWith(main());
