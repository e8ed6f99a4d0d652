import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dakaDir, repositoryRoot } from '@daka/local';
import { unvouched } from './find-faults';
import { makeSbom, schemaFaults } from './make-sbom';
import { type LockedPackages, shippedPlaces } from './shipped-packages';

const APP = 'services/web';
const IMPORTED = /(?:from|import) '((?:@[\w.-]+\/)?[\w.-]+)[^']*'|import\('((?:@[\w.-]+\/)?[\w.-]+)[^']*'\)/g;

/** Writes the bill of materials of what is shipped to `.daka/sbom.cdx.json`; exit 1, with a line each, where nobody can vouch for a part of it. */
async function main(): Promise<void> {
  const { packages, version } = JSON.parse(readFileSync(join(repositoryRoot, 'package-lock.json'), 'utf8')) as {
    packages: LockedPackages;
    version: string;
  };
  const places = shippedPlaces(packages, APP, importedByTheApp());
  const sbom = makeSbom(packages, places, version);
  const faults = [...unvouched(packages, places), ...(await schemaFaults(sbom))];
  for (const fault of faults) console.log(fault);
  if (faults.length > 0) process.exitCode = 1;
  mkdirSync(dakaDir, { recursive: true });
  writeFileSync(join(dakaDir, 'sbom.cdx.json'), sbom);
}

function importedByTheApp(): string[] {
  const folder = join(repositoryRoot, APP, 'app');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const sources = files.filter((file) => /\.tsx?$/.test(file) && !file.includes('.test.'));
  const names = sources.flatMap((file) =>
    [...readFileSync(join(folder, file), 'utf8').matchAll(IMPORTED)].map(([, from, lazily]) => from ?? lazily ?? ''),
  );
  return [...new Set(names)].filter((name) => !name.startsWith('.') && !name.startsWith('virtual'));
}

void main();
