import fs from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { OperatorProblem } from '../problem';
import type { System } from '../system/options';

const SignIn = z.object({ role: z.string(), email: z.string(), password: z.string(), what: z.string().default('') });
export type SignIn = z.infer<typeof SignIn>;

const Notes = z.object({ complete: z.boolean(), signIns: z.array(SignIn) });

interface SeedModule {
  seedDemo(options: {
    origin: string;
    mailboxUrl: string | undefined;
    setClock: System['setClock'];
    log: (line: string) => void;
  }): Promise<unknown>;
}

const seedPackage = '@daka/replay';

/**
 * Makes the demo cohort on the first start and answers its sign-ins; later starts answer the ones noted then.
 * Loaded by name at run time: the seed is written on top of this package.
 */
export async function seed(system: System, dir: string, log: (line: string) => void): Promise<readonly SignIn[]> {
  const file = path.join(dir, 'data', 'demo.json');
  if (!system.firstStart) return earlierSignIns(file);
  log('Making a demo cohort in mid-run ...');
  note(file, { complete: false, signIns: [] });
  const { seedDemo } = require(seedPackage) as SeedModule;
  try {
    const made = z
      .object({ signIns: z.array(SignIn) })
      .parse(
        await seedDemo({ origin: system.origin, mailboxUrl: system.urls['mailbox'], setClock: system.setClock, log }),
      );
    note(file, { complete: true, ...made });
    return made.signIns;
  } finally {
    system.setClock('system');
  }
}

/** Throws when the first start was stopped before the demo was whole. */
function earlierSignIns(file: string): readonly SignIn[] {
  if (!fs.existsSync(file)) return [];
  const { complete, signIns } = Notes.parse(JSON.parse(fs.readFileSync(file, 'utf8')));
  if (!complete) throw new OperatorProblem('an earlier start was stopped while making it.');
  return signIns;
}

function note(file: string, notes: z.infer<typeof Notes>): void {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, JSON.stringify(notes));
}
