import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { parties } from '@daka/contracts';
import { z } from 'zod';
import { OperatorProblem } from '../problem';

const PASSWORD_BYTES = 24;
const Passwords = z.record(z.string(), z.string());
const Access = z.object({ kafka: Passwords, mongo: Passwords });

/** Passwords by name: the administrator's, and each service's own. */
export type Passwords = Readonly<Record<string, string>>;
/** Who may use the servers that belong together. */
export interface Access {
  readonly kafka: Passwords;
  readonly mongo: Passwords;
}

/** Who makes topics, databases and rights, and may do all. No service is told its password. */
export const ADMIN = 'admin';

/** Reads the passwords of a system's servers from its file; makes those that are missing, and the file, which only its owner reads. */
export function openAccess(file: string): Access {
  const known = readAccess(file);
  const access = { kafka: complete(known?.kafka), mongo: complete(known?.mongo) };
  const text = `${JSON.stringify(access, null, 2)}\n`;
  if (!known || JSON.stringify(known) !== JSON.stringify(access)) writeWhole(file, text);
  return access;
}

/** Null: there is no such file. */
export function readAccess(file: string): Access | null {
  if (!fs.existsSync(file)) return null;
  try {
    return Access.parse(JSON.parse(fs.readFileSync(file, 'utf8')));
  } catch {
    throw new OperatorProblem(
      `${file} holds the passwords of Kafka and MongoDB and cannot be read. Restore it, or delete the folder that it is in to start over.`,
    );
  }
}

export function passwordOf(passwords: Passwords, name: string): string {
  const password = passwords[name];
  if (password === undefined) throw new RangeError(`nobody is called ${name}`);
  return password;
}

function complete(known: Passwords = {}): Passwords {
  return Object.fromEntries([ADMIN, ...parties].map((name) => [name, known[name] ?? newPassword()]));
}

/** Of letters, digits, - and _ alone: it stands in a URL and in Java's settings. */
function newPassword(): string {
  return randomBytes(PASSWORD_BYTES).toString('base64url');
}

/** Whole or not at all: half a list would lock everybody out. */
function writeWhole(file: string, text: string): void {
  fs.mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  const half = `${file}.${process.pid}`;
  fs.writeFileSync(half, text, { mode: 0o600 });
  fs.renameSync(half, file);
}
