import path from 'node:path';
import { repositoryRoot } from '../paths';
import { OperatorProblem } from '../problem';
import { findRunningServers } from '../system/running-servers';
import { endWith, runNode } from './payment-command';

/** `npm run end-sign-ins -- ADDRESS|--all`: where somebody else may be signed in as the owner; in the running system or with MONGO_URL. */
async function main(): Promise<number> {
  const { mongoUrl } = findRunningServers();
  if (!mongoUrl) throw new OperatorProblem('Nothing runs here. Start Daka with npm start, or set MONGO_URL.');
  const cli = path.join(repositoryRoot, 'services/membership/dist/commands/end-sign-ins.js');
  return runNode(cli, process.argv.slice(2), { MONGO_URL: mongoUrl });
}

endWith(main());
