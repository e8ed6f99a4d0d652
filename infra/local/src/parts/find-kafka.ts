import fs from 'node:fs/promises';
import path from 'node:path';
import { OperatorProblem } from '../problem';
import { runCommand } from '../process/run-command';
import { repositoryRoot } from '../paths';
import { fetchOnce } from './fetch-once';
import { findJava } from './find-java';
import { lastLine, type FindOptions } from './find-mongod';

const KAFKA_VERSION = '4.1.0';
const FETCH_TIMEOUT_MS = 600_000;

export interface FoundKafka {
  java: string;
  /** Java class path with every library of the broker. */
  classPath: string;
  source: 'installed' | 'fetched';
}

/** The Kafka below KAFKA_HOME, else one fetched once into the cache; either way a Java that can run it. */
export async function findKafka({ cacheDir, env, log }: FindOptions): Promise<FoundKafka> {
  const java = await findJava(env);
  if (env['KAFKA_HOME']) return { java, classPath: await classPathOf(env['KAFKA_HOME']), source: 'installed' };

  const dir = path.join(cacheDir, `kafka-${KAFKA_VERSION}`);
  await fetchOnce({
    title: `Kafka ${KAFKA_VERSION}`,
    sizeMb: 46,
    neededMb: 300,
    dir,
    log,
    fill: (staging) => downloadLibraries(staging, env),
  });
  return { java, classPath: path.join(dir, '*'), source: 'fetched' };
}

async function classPathOf(kafkaHome: string): Promise<string> {
  const libs = path.join(kafkaHome, 'libs');
  const names = await fs.readdir(libs).catch(() => []);
  if (!names.some((name) => /^kafka_.*\.jar$/.test(name))) {
    throw new OperatorProblem(`KAFKA_HOME is ${kafkaHome}, but there is no Kafka in ${libs}. Correct it or unset it.`);
  }
  return path.join(libs, '*');
}

async function downloadLibraries(staging: string, env: NodeJS.ProcessEnv): Promise<void> {
  const pom = path.join(repositoryRoot, 'infra', 'local', 'kafka-pom.xml');
  const args = [
    '--batch-mode',
    '--quiet',
    '--file',
    pom,
    'dependency:copy-dependencies',
    `-DoutputDirectory=${staging}`,
    '-DincludeScope=runtime',
  ];
  const { code, output } = await runCommand('mvn', args, { timeoutMs: FETCH_TIMEOUT_MS, env, cwd: staging });
  if (code === null)
    throw new OperatorProblem(
      'Kafka is neither installed nor given, and Maven (mvn) is missing to fetch it. Install Maven, or set KAFKA_HOME or KAFKA_BROKERS.',
    );
  if (code !== 0)
    throw new OperatorProblem(
      `Fetching Kafka failed (${firstError(output)}). Check the network, or set KAFKA_HOME or KAFKA_BROKERS.`,
    );
}

/** Maven states the cause first and closes with general advice. */
function firstError(output: string): string {
  return (
    output
      .split('\n')
      .find((line) => line.startsWith('[ERROR]'))
      ?.slice('[ERROR]'.length)
      .trim()
      .slice(0, 200) ?? lastLine(output)
  );
}
