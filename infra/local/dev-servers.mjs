// Usage: node infra/local/dev-servers.mjs [start|stop|status]
// Keeps one MongoDB and one Kafka in the background, so that test runs during development start at once.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const built = spawnSync(process.execPath, [`${root}/node_modules/typescript/bin/tsc`, '-b', `${root}/infra/local`], {
  stdio: 'inherit',
});
if (built.status !== 0) process.exit(built.status ?? 1);

const { startDevServers, stopDevServers, findDevServers } = createRequire(import.meta.url)(
  './dist/jest/dev-servers.js',
);
const { describeFailure } = createRequire(import.meta.url)('./dist/problem.js');

const print = (addresses) =>
  console.log(addresses ? `MONGO_URL=${addresses.MONGO_URL}\nKAFKA_BROKERS=${addresses.KAFKA_BROKERS}` : 'not running');

try {
  const action = process.argv[2] ?? 'start';
  if (action === 'start') print(await startDevServers(console.log));
  else if (action === 'stop') await stopDevServers();
  else if (action === 'status') print(findDevServers());
  else throw new Error(`unknown action ${action}`);
  process.exit(0);
} catch (error) {
  console.error(describeFailure(error));
  process.exit(1);
}
