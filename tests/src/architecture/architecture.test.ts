import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { plantedViolations, soundTree, type PlantedViolation } from './planted-violations';

const root = resolve(__dirname, '../../..');
const config = '.dependency-cruiser.cjs';

describe('the architecture rules bite', () => {
  it('a sound tree breaks none', () => {
    expect(brokenRules()).toEqual([]);
  });

  it.each(plantedViolations.map((planted) => [planted.rule, planted.file, planted] as const))(
    '%s: %s',
    (rule, _file, planted) => {
      expect(brokenRules(planted)).toContain(rule);
    },
  );

  it('every rule has a planted violation', () => {
    const { forbidden } = require(join(root, config)) as { forbidden: { name: string }[] };
    const planted = new Set(plantedViolations.map(({ rule }) => rule));
    expect(forbidden.map(({ name }) => name).filter((name) => !planted.has(name))).toEqual([]);
  });
});

function brokenRules(planted?: PlantedViolation): string[] {
  const tree = mkdtempSync(join(tmpdir(), 'daka-architecture-'));
  try {
    layOut(tree, planted);
    const args = [
      join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs'),
      '--config',
      config,
      '--output-type',
      'json',
      'packages',
      'services',
      'infra',
    ];
    const report = JSON.parse(run(args, tree)) as { summary: { violations: { rule: { name: string } }[] } };
    return [...new Set(report.summary.violations.map(({ rule }) => rule.name))];
  } finally {
    rmSync(tree, { recursive: true });
  }
}

/** dependency-cruiser exits with the number of violations, which is no failure here. */
function run(args: string[], cwd: string): string {
  try {
    return execFileSync(process.execPath, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (error) {
    const { stdout } = error as { stdout: string };
    if (!stdout) throw error;
    return stdout;
  }
}

function layOut(tree: string, planted?: PlantedViolation): void {
  cpSync(join(root, config), join(tree, config));
  for (const [file, source] of Object.entries({ ...soundTree, ...filesOf(planted) })) {
    mkdirSync(dirname(join(tree, file)), { recursive: true });
    writeFileSync(join(tree, file), source);
  }
  mkdirSync(join(tree, 'infra'), { recursive: true });
  mkdirSync(join(tree, 'node_modules/@daka'), { recursive: true });
  for (const name of ['rules', 'contracts', 'service-kit']) {
    writeFileSync(
      join(tree, `packages/${name}/package.json`),
      JSON.stringify({ name: `@daka/${name}`, main: 'src/index.ts' }),
    );
    symlinkSync(join(tree, `packages/${name}`), join(tree, `node_modules/@daka/${name}`));
  }
  // The last is the parser, which the configuration speaks to.
  mkdirSync(join(tree, 'node_modules/@swc'));
  for (const driver of ['mongoose', 'kafkajs', '@swc/core'])
    symlinkSync(join(root, 'node_modules', driver), join(tree, 'node_modules', driver));
}

/** One planted violation may need a second file, behind a line `//@@path`. */
function filesOf(planted?: PlantedViolation): Record<string, string> {
  if (!planted) return {};
  const [first = '', ...others] = planted.source.split('//@@');
  const extra = others.map((other) => {
    const end = other.indexOf('\n');
    return [other.slice(0, end), other.slice(end + 1)];
  });
  return { [planted.file]: first, ...Object.fromEntries(extra) };
}
