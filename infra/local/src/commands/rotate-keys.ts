import path from 'node:path';
import { dakaDir, repositoryRoot } from '../paths';
import { OperatorProblem } from '../problem';
import { keyFileOf } from '../system/layout';
import { findRunningServers } from '../system/running-servers';
import { endWith, runNode } from './payment-command';

/** `npm run rotate-keys`: a new key signs access tokens, in the running system or with MONGO_URL and KEY or KEY_FILE. */
async function main(): Promise<number> {
  const { mongoUrl } = findRunningServers();
  if (!mongoUrl)
    throw new OperatorProblem('Nothing runs here. Start Daka with npm start, or set MONGO_URL and KEY_FILE.');
  const isGiven = process.env['KEY'] || process.env['KEY_FILE'];
  const cli = path.join(repositoryRoot, 'services/membership/dist/commands/rotate-keys.js');
  return runNode(cli, process.argv.slice(2), {
    MONGO_URL: mongoUrl,
    ...(isGiven ? {} : { KEY_FILE: keyFileOf(dakaDir) }),
  });
}

endWith(main());
