import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** A fresh folder that is removed after the tests of the file. */
export function tempDir(): string {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'daka-local-'));
  afterAll(() => fs.rmSync(dir, { recursive: true, force: true }));
  return dir;
}

/** A folder for PATH that holds only these shell scripts. */
export function programsDir(dir: string, scripts: Record<string, string>): string {
  fs.mkdirSync(dir, { recursive: true });
  for (const [name, script] of Object.entries(scripts))
    fs.writeFileSync(path.join(dir, name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  return dir;
}
