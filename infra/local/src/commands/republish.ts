import path from 'node:path';
import { repositoryRoot } from '../paths';
import { OperatorProblem } from '../problem';
import { findRunningServers } from '../system/running-servers';
import { endWith, runNode } from './payment-command';

/** `npm run republish`: has a topic's archived events sent again, in the running system or with MONGO_URL and KAFKA_BROKERS. */
async function main(): Promise<number> {
  const { mongoUrl, brokers } = findRunningServers();
  if (!mongoUrl || !brokers)
    throw new OperatorProblem('Nothing runs here. Start Daka with npm start, or set MONGO_URL and KAFKA_BROKERS.');
  const cli = path.join(repositoryRoot, 'packages/service-kit/dist/cli/republish.js');
  return runNode(cli, process.argv.slice(2), { MONGO_URL: mongoUrl, KAFKA_BROKERS: brokers });
}

endWith(main());
