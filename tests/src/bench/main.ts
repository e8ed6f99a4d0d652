import { benchCheckIns } from './check-ins';
import { benchLedger } from './ledger';
import { benchProofs } from './proofs';

const parts: Record<string, () => Promise<void>> = { 'check-ins': benchCheckIns, ledger: benchLedger, proofs: benchProofs };

/** `npm run bench [-- PART ...]`: figures of this machine beside a baseline of the same run; nothing here fails for being slow. */
async function main(asked: readonly string[]): Promise<void> {
  const unknown = asked.find((name) => !Object.hasOwn(parts, name));
  if (unknown !== undefined) throw new Error(`There is no part "${unknown}". Usage: npm run bench [-- ${Object.keys(parts).join('|')} ...]`);
  for (const [name, bench] of Object.entries(parts)) {
    if (asked.length === 0 || asked.includes(name)) await bench();
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
