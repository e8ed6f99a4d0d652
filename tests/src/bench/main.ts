import { benchCheckIns } from './check-ins';
import { benchDays } from './days';
import { benchDesk } from './desk';
import { benchLedger } from './ledger';
import { benchMemory } from './memory';
import { benchPhone } from './phone';
import { benchProofs } from './proofs';
import { benchReads } from './reads';
import { benchUploads } from './uploads';
import { benchWeb } from './web';

const parts: Record<string, () => Promise<void>> = {
  'check-ins': benchCheckIns,
  ledger: benchLedger,
  reads: benchReads,
  days: benchDays,
  proofs: benchProofs,
  phone: benchPhone,
  desk: benchDesk,
  web: benchWeb,
};

/** Only when asked for by name: each takes minutes, or longer than all others together. */
const long: typeof parts = { uploads: benchUploads, memory: benchMemory };

/** `npm run bench [-- PART ...]`: figures of this machine beside a baseline of the same run; nothing here fails for being slow. */
async function main(asked: readonly string[]): Promise<void> {
  const all = { ...parts, ...long };
  const usage = `Usage: npm run bench [-- ${Object.keys(all).join('|')} ...]; without a part, all but ${Object.keys(long).join()}`;
  if (asked.includes('--help')) return console.log(usage);
  const unknown = asked.find((name) => !Object.hasOwn(all, name));
  if (unknown !== undefined) throw new Error(`There is no part "${unknown}". ${usage}`);
  for (const [name, bench] of Object.entries(all)) {
    if (asked.length === 0 ? name in parts : asked.includes(name)) await bench();
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
