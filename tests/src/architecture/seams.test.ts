import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { plantedTypeErrors, soundSeams } from './planted-type-errors';

const root = resolve(__dirname, '../../..');

/** Errors by file. All are compiled in one run, against what the packages were built to. */
function errorsOf(files: Record<string, string>): Map<string, string[]> {
  mkdirSync(join(root, '.daka'), { recursive: true });
  const dir = mkdtempSync(join(root, '.daka/seams-'));
  try {
    for (const [name, source] of Object.entries(files)) writeFileSync(join(dir, `${name}.ts`), source);
    const config = {
      extends: '../../tsconfig.base.json',
      compilerOptions: { composite: false, noEmit: true },
      include: ['*.ts'],
    };
    writeFileSync(join(dir, 'tsconfig.json'), JSON.stringify(config));
    const tsc = join(root, 'node_modules/typescript/bin/tsc');
    const { stdout } = spawnSync(process.execPath, [tsc, '-p', dir, '--pretty', 'false'], {
      encoding: 'utf8',
      cwd: root,
    });
    const errors = new Map<string, string[]>();
    for (const [, file = '', message = ''] of stdout.matchAll(/^(\S+)\(\d+,\d+\): (error .*(?:\n .*)*)/gm)) {
      const name = basename(file, '.ts');
      errors.set(name, [...(errors.get(name) ?? []), message]);
    }
    return errors;
  } finally {
    rmSync(dir, { recursive: true });
  }
}

const fileOf = (name: string) => name.replaceAll(/\W+/g, '-');

describe('types reach through the seams', () => {
  const planted = plantedTypeErrors.map(({ name, source }) => [fileOf(name), source] as const);
  let errors: Map<string, string[]>;
  beforeAll(() => {
    errors = errorsOf({ sound: soundSeams, ...Object.fromEntries(planted) });
  }, 60_000);

  it('what is sound compiles', () => {
    expect(errors.get('sound')).toBeUndefined();
  });

  it.each(plantedTypeErrors.map(({ name, says }) => [name, says] as const))('%s does not compile', (name, says) => {
    expect(errors.get(fileOf(name))?.join('\n')).toMatch(says);
  });
});
