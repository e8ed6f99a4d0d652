import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const root = resolve(__dirname, '../../..');
const CONFIG = 'knip.jsonc';

/** The repository's configuration over a small tree that uses all it has. */
const SOUND = {
  'package.json': JSON.stringify({ name: 'planted', private: true, workspaces: ['packages/*', 'services/*'] }),
  'packages/rules/package.json': JSON.stringify({ name: '@daka/rules', main: 'src/index.ts' }),
  'packages/rules/src/index.ts': "export { worth } from './worth';\n",
  'packages/rules/src/worth.ts':
    'export interface Worth { minor: number }\nexport const worth: Worth = { minor: 1 };\n',
  'services/alpha/package.json': JSON.stringify({ name: '@daka/alpha', dependencies: { '@daka/rules': '*' } }),
  'services/alpha/src/main.ts': "import { worth } from '@daka/rules';\nconsole.log(worth);\n",
};

const planted: readonly [what: string, files: Record<string, string>, finding: string][] = [
  [
    'an export that nobody imports',
    {
      'packages/rules/src/worth.ts':
        'export const spare = 1;\nexport interface Worth { minor: number }\nexport const worth: Worth = { minor: spare };\n',
    },
    'spare',
  ],
  [
    'a type that nobody names',
    {
      'packages/rules/src/worth.ts':
        'export interface Worth { minor: number }\nexport const worth: Worth = { minor: 1 };\nexport interface Spare { a: 1 }\n',
    },
    'Spare',
  ],
  [
    'a file that nobody imports',
    { 'services/alpha/src/spare.ts': 'export const a = 1;\n' },
    'services/alpha/src/spare.ts',
  ],
  [
    'a dependency that nobody imports',
    { 'services/alpha/package.json': JSON.stringify({ dependencies: { '@daka/rules': '*', zod: '^4.6.7' } }) },
    'zod',
  ],
  [
    'an import that is no dependency',
    { 'packages/rules/src/index.ts': "import 'zod';\nexport { worth } from './worth';\n" },
    'Unlisted dependencies',
  ],
];

describe('what nobody uses', () => {
  it('is not in a tree that uses all it has', () => {
    expect(unusedIn({})).toEqual({ exitCode: 0, output: '' });
  });

  it.each(planted)('is found: %s', (_what, files, finding) => {
    expect(unusedIn(files)).toEqual({ exitCode: 1, output: expect.stringContaining(finding) });
  });
});

function unusedIn(files: Record<string, string>): { exitCode: number | null; output: string } {
  const tree = mkdtempSync(join(tmpdir(), 'daka-unused-'));
  try {
    cpSync(join(root, CONFIG), join(tree, CONFIG));
    for (const [file, text] of Object.entries({ ...SOUND, ...files })) {
      mkdirSync(dirname(join(tree, file)), { recursive: true });
      writeFileSync(join(tree, file), text);
    }
    mkdirSync(join(tree, 'node_modules/@daka'), { recursive: true });
    symlinkSync(join(tree, 'packages/rules'), join(tree, 'node_modules/@daka/rules'));
    symlinkSync(join(root, 'node_modules/zod'), join(tree, 'node_modules/zod'));
    const args = [join(root, 'node_modules/knip/bin/knip.js'), '--no-progress', '--no-config-hints'];
    const { status, stdout } = spawnSync(process.execPath, args, { cwd: tree, encoding: 'utf8' });
    return { exitCode: status, output: stdout.trim() };
  } finally {
    rmSync(tree, { recursive: true });
  }
}
