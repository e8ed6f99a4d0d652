import path from 'node:path';
import { OperatorProblem } from '../problem';
import { runCommand } from '../process/run-command';

const MIN_JAVA = 17;

/** The java to run Kafka with: JAVA_HOME's, else the one on PATH. One clear line when there is none, or an older one. */
export async function findJava(env: NodeJS.ProcessEnv): Promise<string> {
  const java = env['JAVA_HOME'] ? path.join(env['JAVA_HOME'], 'bin', 'java') : 'java';
  const { code, output } = await runCommand(java, ['-version'], { timeoutMs: 20_000, env });
  if (code !== 0) {
    throw new OperatorProblem(
      `Java ${MIN_JAVA} or later is needed to run Kafka, and ${java} does not start. Install a JRE, or set KAFKA_BROKERS to a Kafka of yours.`,
    );
  }
  const version = majorVersion(output);
  if (version < MIN_JAVA) {
    throw new OperatorProblem(
      `Java ${MIN_JAVA} or later is needed to run Kafka, ${java} is version ${version}. Install a newer JRE or point JAVA_HOME at one.`,
    );
  }
  return java;
}

/** "1.8.0_392" is 8, "17.0.15" is 17; 0 when the text names no version. */
export function majorVersion(output: string): number {
  const match = /version "(?:1\.)?(\d+)/.exec(output);
  return match ? Number(match[1]) : 0;
}
