import fs from 'node:fs';
import path from 'node:path';
import { tempDir } from '../testing/temp-dir';
import { findRunningServers } from './running-servers';

const dir = tempDir();

function pretendRunning(name: string, pid: number, marker: string): void {
  fs.mkdirSync(path.join(dir, 'pids'), { recursive: true });
  fs.writeFileSync(path.join(dir, 'pids', `${name}.pid`), JSON.stringify({ pid, marker }));
}

it('takes what the environment names; an empty variable counts as unset', () => {
  expect(findRunningServers({ MONGO_URL: 'mongodb://db/?replicaSet=rs', KAFKA_BROKERS: 'k:9092' }, dir)).toEqual({
    mongoUrl: 'mongodb://db/?replicaSet=rs',
    brokers: 'k:9092',
  });
  expect(findRunningServers({ MONGO_URL: '', KAFKA_BROKERS: '' }, dir)).toEqual({});
});

it('finds the Kafka of a system that runs from the folder', () => {
  fs.mkdirSync(path.join(dir, 'data/kafka'), { recursive: true });
  fs.writeFileSync(
    path.join(dir, 'data/kafka/server.properties'),
    'node.id=1\nadvertised.listeners=CLIENTS://127.0.0.1:19092\n',
  );
  pretendRunning('kafka', process.pid, 'node');
  expect(findRunningServers({}, dir)).toEqual({ brokers: '127.0.0.1:19092' });
});

it('leaves out a process that is gone, or whose pid belongs to another one now', () => {
  pretendRunning('kafka', process.pid, 'the data folder of another process');
  expect(findRunningServers({}, dir)).toEqual({});
  pretendRunning('kafka', 2 ** 22 + 1, 'node');
  expect(findRunningServers({}, dir)).toEqual({});
});
