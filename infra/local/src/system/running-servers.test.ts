import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { writePidFile } from '../process/pid-file';
import { tempDir } from '../testing/temp-dir';
import { forgetSystem } from './forget-system';
import { findRunningServers } from './running-servers';

const dir = tempDir();

it('finds the MongoDB of a system that runs in this folder, and none once it has ended', async () => {
  const marker = path.join(dir, 'data', 'mongo');
  const child = spawn(process.execPath, ['-e', 'console.log("up"); setInterval(() => {}, 1000)', '--', '--dbpath', marker, '--port', '27999'], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  writePidFile(path.join(dir, 'pids', 'mongo.pid'), { pid: child.pid as number, marker });
  expect(findRunningServers({}, dir)).toEqual({ mongoUrl: 'mongodb://127.0.0.1:27999/?replicaSet=daka' });

  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(findRunningServers({}, dir)).toEqual({});
});

it('prefers what the environment names', () => {
  expect(findRunningServers({ MONGO_URL: 'mongodb://db/?replicaSet=rs', KAFKA_BROKERS: 'broker:9092' }, dir)).toEqual({ mongoUrl: 'mongodb://db/?replicaSet=rs', brokers: 'broker:9092' });
});

it('survives a pid file that is damaged', () => {
  fs.writeFileSync(path.join(dir, 'pids', 'mongo.pid'), '{"pid":');
  expect(findRunningServers({}, dir)).toEqual({});
});

it('never forgets a system that has no prefix of its own', async () => {
  await expect(forgetSystem({ databasePrefix: '', topicPrefix: 'x' })).rejects.toThrow('without both prefixes this would remove what belongs to others');
  await expect(forgetSystem({ databasePrefix: 'x', topicPrefix: '' })).rejects.toThrow('without both prefixes this would remove what belongs to others');
});
