import { createHash, randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { OperatorProblem } from '../problem';
import { runCommand } from '../process/run-command';
import { ADMIN, passwordOf, type Passwords } from './access';
import type { FoundKafka } from './find-kafka';
import { lastLine } from './find-mongod';
import { asProperties } from './kafka-settings';

const FORMAT_TIMEOUT_MS = 60_000;
const ALTER_TIMEOUT_MS = 90_000;
const SMALL_JVM = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-Dorg.slf4j.simpleLogger.defaultLogLevel=warn'];

/** Prepares a folder for a broker, with its passwords: it must know them before anybody can sign in to make them. */
export async function formatOnce(
  { java, classPath }: FoundKafka,
  dataDir: string,
  settingsFile: string,
  passwords?: Passwords,
): Promise<void> {
  if (fs.existsSync(path.join(dataDir, 'log', 'meta.properties'))) return;
  // Of a command line everybody on the machine can read the passwords.
  const { code, output } = await withSecretFile(dataDir, 'format', formatArgs(settingsFile, passwords), (file) =>
    runCommand(java, [...SMALL_JVM, '-cp', classPath, 'kafka.tools.StorageTool', `@${file}`], {
      timeoutMs: FORMAT_TIMEOUT_MS,
    }),
  );
  if (code !== 0) throw new OperatorProblem(`Kafka could not prepare ${dataDir}: ${lastLine(output)}`);
  if (passwords) notePasswords(dataDir, passwords);
}

/** What `kafka-storage @FILE` reads, an argument a line, to prepare a new folder. */
export function formatArgs(settingsFile: string, passwords: Passwords = {}): string {
  const scram = Object.entries(passwords).flatMap(([name, password]) => [
    '--add-scram',
    `SCRAM-SHA-256=[name=${name},password=${password}]`,
  ]);
  return ['format', '--cluster-id', newClusterId(), '--config', settingsFile, ...scram].join('\n');
}

/** Gives a running broker the users that its folder lacks: one from before there were any, or with other passwords. */
export async function setPasswordsOnce(
  { java, classPath }: FoundKafka,
  dataDir: string,
  port: number,
  passwords: Passwords,
): Promise<void> {
  if (knowsPasswords(dataDir, passwords)) return;
  const login = asProperties({
    'security.protocol': 'SASL_PLAINTEXT',
    'sasl.mechanism': 'PLAIN',
    'sasl.jaas.config': `org.apache.kafka.common.security.plain.PlainLoginModule required username="${ADMIN}" password="${passwordOf(passwords, ADMIN)}";`,
  });
  await withSecretFile(dataDir, 'login', login, async (loginFile) => {
    for (const [name, password] of Object.entries(passwords)) {
      const { code, output } = await withSecretFile(
        dataDir,
        'name',
        asProperties({ 'SCRAM-SHA-256': `iterations=4096,password=${password}` }),
        (nameFile) =>
          runCommand(
            java,
            [
              ...SMALL_JVM,
              '-cp',
              classPath,
              'kafka.admin.ConfigCommand',
              '--bootstrap-server',
              `127.0.0.1:${port}`,
              '--command-config',
              loginFile,
              '--alter',
              '--entity-type',
              'users',
              '--entity-name',
              name,
              '--add-config-file',
              nameFile,
            ],
            { timeoutMs: ALTER_TIMEOUT_MS },
          ),
      );
      if (code !== 0) throw new Error(`Kafka did not take the user ${name}: ${lastLine(output)}`);
    }
  });
  notePasswords(dataDir, passwords);
}

/** 16 bytes in base64url, as Kafka wants it; never with a leading "-", which would look like an option. */
export function newClusterId(bytes: Buffer = randomBytes(16)): string {
  return Buffer.concat([Buffer.from([(bytes[0] ?? 0) & 0x7f]), bytes.subarray(1)]).toString('base64url');
}

async function withSecretFile<T>(dir: string, name: string, text: string, use: (file: string) => Promise<T>) {
  const file = path.join(dir, `${name}.secret`);
  fs.writeFileSync(file, text, { mode: 0o600 });
  try {
    return await use(file);
  } finally {
    fs.rmSync(file, { force: true });
  }
}

/** Whether these are the users that the folder was given last. */
export function knowsPasswords(dataDir: string, passwords: Passwords): boolean {
  const file = notesOf(dataDir);
  return fs.existsSync(file) && fs.readFileSync(file, 'utf8') === digestOf(passwords);
}

function notePasswords(dataDir: string, passwords: Passwords): void {
  fs.writeFileSync(notesOf(dataDir), digestOf(passwords));
}

function notesOf(dataDir: string): string {
  return path.join(dataDir, 'passwords.sha256');
}

/** Passwords are long and random: their digest tells nothing of them. */
function digestOf(passwords: Passwords): string {
  return createHash('sha256').update(JSON.stringify(passwords)).digest('hex');
}
