import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dakaDir, repositoryRoot } from '@daka/local';
import { unvouched } from './find-faults';
import { makeSbom, schemaFaults } from './make-sbom';
import { type LockedPackages, shippedPlaces } from './shipped-packages';

const lock: LockedPackages = {
  'services/web': {},
  'node_modules/express': { version: '5.0.0', license: 'MIT', integrity: sha512('a'), dependencies: { qs: '6' } },
  'node_modules/qs': { version: '6.0.0', license: 'BSD-3-Clause', integrity: sha512('b') },
  'node_modules/jest': { version: '30.0.0', license: 'MIT', integrity: sha512('c'), dev: true },
  'node_modules/react-dom': {
    version: '19.0.0',
    license: 'MIT',
    integrity: sha512('d'),
    dev: true,
    dependencies: { scheduler: '1' },
    peerDependencies: { react: '19', 'not-there': '1' },
  },
  'node_modules/react': { version: '19.0.0', license: 'MIT', integrity: sha512('e'), dev: true },
  'node_modules/scheduler': { version: '2.0.0', license: 'MIT', integrity: sha512('f'), dev: true },
  'node_modules/react-dom/node_modules/scheduler': {
    version: '1.0.0',
    license: '(MIT OR GPL-3.0-only)',
    integrity: sha512('g'),
    dev: true,
  },
  'node_modules/@daka/web': { link: true },
};
const shipped = () => shippedPlaces(lock, 'services/web', ['react-dom']);

function sha512(letter: string): string {
  return `sha512-${Buffer.alloc(64, letter).toString('base64')}`;
}

it('holds what runs in the services and in the browser, and no tool', () => {
  expect(shipped()).toEqual([
    'node_modules/express',
    'node_modules/qs',
    'node_modules/react',
    'node_modules/react-dom',
    'node_modules/react-dom/node_modules/scheduler',
  ]);
});

it('names each with version, licence and hash, as its makers want it, twice the same', async () => {
  const sbom = makeSbom(lock, shipped(), '1.2.3');
  expect(makeSbom(lock, shipped().toReversed(), '1.2.3')).toBe(sbom);
  expect(await schemaFaults(sbom)).toEqual([]);
  const { components } = JSON.parse(sbom) as { components: { name: string }[] };
  expect(components.find(({ name }) => name === 'qs')).toMatchObject({
    version: '6.0.0',
    purl: 'pkg:npm/qs@6.0.0',
    licenses: [{ license: { id: 'BSD-3-Clause' } }],
    hashes: [{ alg: 'SHA-512', content: Buffer.alloc(64, 'b').toString('hex') }],
  });
});

it('is seen to be wrong by the schema of its makers', async () => {
  expect(await schemaFaults('{"bomFormat": "CycloneDX", "specVersion": "1.6", "components": [{}]}')).not.toEqual([]);
});

it.each([
  ['no hash', { integrity: undefined }, 'qs: has no SHA-512 of what is fetched'],
  ['a weak hash', { integrity: 'sha1-AAAA' }, 'qs: has no SHA-512 of what is fetched'],
  ['no licence', { license: undefined }, 'qs: its licence is not said'],
  ['a licence that asks for more', { license: 'AGPL-3.0-only' }, 'qs: its licence is AGPL-3.0-only'],
  ['two, one of which asks for more', { license: 'MIT AND GPL-3.0-only' }, 'qs: its licence is MIT AND GPL-3.0-only'],
])('names a package with %s', (_what, change, fault) => {
  const planted = { ...lock, 'node_modules/qs': { ...lock['node_modules/qs'], ...change } };
  expect(unvouched(lock, shipped())).toEqual([]);
  expect(unvouched(planted as LockedPackages, shipped())).toEqual([fault]);
});

it('is written by the check, with every package that the services need', () => {
  const main = join(repositoryRoot, 'tests/dist/sbom/main.js');
  const { status, stdout } = spawnSync(process.execPath, [main], { encoding: 'utf8' });
  expect([status, stdout]).toEqual([0, '']);
  const { components } = JSON.parse(readFileSync(join(dakaDir, 'sbom.cdx.json'), 'utf8')) as {
    components: { name: string }[];
  };
  const names = components.map(({ name }) => name);
  for (const name of ['express', 'kafkajs', 'mongoose', 'stripe', 'jsonwebtoken', 'pino', 'zod', 'react'])
    expect(names).toContain(name);
  expect(names).not.toContain('jest');
});
