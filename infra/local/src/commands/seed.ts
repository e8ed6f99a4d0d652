import fs from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { System } from '../system/options';

const SignIn = z.object({ role: z.string(), email: z.string(), password: z.string() });
export type SignIn = z.infer<typeof SignIn>;

interface SeedModule {
  seedDemo(options: { origin: string; sandboxUrl: string; setClock: System['setClock']; log: (line: string) => void }): Promise<unknown>;
}

const seedPackage = '@daka/replay';

/**
 * Makes the demo cohort on the first start and answers its sign-ins; later starts answer the ones noted then.
 * Loaded by name at run time: the seed is written on top of this package.
 */
export async function seed(system: System, dir: string, log: (line: string) => void): Promise<readonly SignIn[]> {
  const notes = path.join(dir, 'data', 'sign-ins.json');
  if (!system.firstStart) return readNotes(notes);
  log('Making a demo cohort in mid-run ...');
  const { seedDemo } = require(seedPackage) as SeedModule;
  try {
    const made = z.object({ signIns: z.array(SignIn) }).parse(await seedDemo({
      origin: system.origin, sandboxUrl: system.urls['sandbox'] ?? '', setClock: system.setClock, log,
    }));
    fs.writeFileSync(notes, JSON.stringify(made.signIns));
    return made.signIns;
  } finally {
    system.setClock('system');
  }
}

function readNotes(file: string): readonly SignIn[] {
  return fs.existsSync(file) ? z.array(SignIn).parse(JSON.parse(fs.readFileSync(file, 'utf8'))) : [];
}
