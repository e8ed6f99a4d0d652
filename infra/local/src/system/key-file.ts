import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

const KEY_BYTES = 32;

/** Makes a file with a random key (base64) that only its owner reads, unless it is there. */
export function makeKeyFile(file: string): void {
  if (fs.existsSync(file)) return;
  fs.mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  // Whole or not at all: half a key would lock membership out of what it stores under the other half.
  const half = `${file}.${process.pid}`;
  fs.writeFileSync(half, `${randomBytes(KEY_BYTES).toString('base64')}\n`, { mode: 0o600 });
  fs.renameSync(half, file);
}
