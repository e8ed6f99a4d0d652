import http from 'node:http';
import { commonSettings, loadConfig } from '../config';
import { runService } from './run-service';

/** A service whose fate is its first argument. */
const [, , fate] = process.argv;

runService('fixture', async () => {
  const server = http.createServer();
  if (fate === 'config') loadConfig(commonSettings, { PORT: 'x', LOG_LEVEL: 'loud' });
  if (fate === 'busy')
    await new Promise((_, reject) => server.once('error', reject).listen(Number(process.argv[3]), '127.0.0.1'));
  if (fate === 'broken') throw new Error('no such database, password=hunter2');
  const alive = setInterval(() => undefined, 1_000);
  if (fate === 'uncaught')
    setTimeout(() => {
      throw new Error('out of the blue');
    }, 20);
  if (fate === 'rejected') setTimeout(() => void Promise.reject(new Error('out of the blue')), 20);
  process.stdout.write('up\n');
  return {
    async stop() {
      if (fate === 'stuck') throw new Error('cannot stop');
      clearInterval(alive);
      await new Promise((resolve) => setTimeout(resolve, 50));
      process.stdout.write('stopped\n');
    },
  };
});
