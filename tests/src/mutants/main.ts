import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startSystem } from '@daka/local';
import type { Mutant, Verdict } from './mutant';
import { mutants } from './mutants';
import { judge, runTests } from './run-tests';
import { copyTree, type Tree } from './tree';

const AT_ONCE = 2;

/** `npm run mutants [-- NAME ...]`: plants each named bug in a copy of the tree and runs the tests that must find it. Exit 1 when one survives. */
async function main(names: readonly string[]): Promise<void> {
  const chosen = names.length === 0 ? mutants : mutants.filter(({ name }) => names.includes(name));
  const unknown = names.filter((name) => !mutants.some((mutant) => mutant.name === name));
  if (unknown.length > 0) throw new Error(`no such bug: ${unknown.join(', ')}`);

  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'daka-mutants-servers-'));
  const trees = Array.from({ length: AT_ONCE }, copyTree);
  const servers = await startSystem({
    dir,
    services: [],
    stripe: { secretKey: 'sk_test_unused', webhookSecret: 'whsec_unused' },
  });
  const env = {
    DAKA_TEST_MONGO_URL: servers.mongoUrl,
    DAKA_TEST_KAFKA_BROKERS: servers.brokers,
    DAKA_TEST_ACCESS_FILE: path.join(dir, 'data', 'access.json'),
  };
  try {
    await requireSound(trees[0] as Tree, chosen, env);
    const verdicts = await judgeAll(trees, chosen, env);
    const count = (wanted: Verdict) => verdicts.filter((verdict) => verdict === wanted).length;
    console.log(
      `${chosen.length} bugs planted: ${count('caught')} caught, ${count('survived')} survived, ${count('broken')} broken`,
    );
    if (count('caught') < chosen.length) process.exitCode = 1;
  } finally {
    await servers.stop();
    for (const tree of trees) tree.remove();
    fs.rmSync(dir, { recursive: true, force: true });
  }
}

/** Tests that fail without a bug would find every bug. */
async function requireSound({ dir }: Tree, chosen: readonly Mutant[], env: Record<string, string>): Promise<void> {
  const tests = [...new Set(chosen.flatMap((mutant) => mutant.tests))];
  const { report, output } = await runTests(dir, tests, env, { bail: false });
  const isSound = report !== null && report.numFailedTests === 0 && report.numRuntimeErrorTestSuites === 0;
  if (!isSound) throw new Error(`the tests fail without any bug:\n${output}`);
  console.log(`${report.numPassedTests} tests in ${tests.length} files pass without a bug`);
}

async function judgeAll(
  trees: readonly Tree[],
  chosen: readonly Mutant[],
  env: Record<string, string>,
): Promise<Verdict[]> {
  const verdicts: Verdict[] = [];
  const waiting = [...chosen];
  await Promise.all(
    trees.map(async (tree) => {
      for (let mutant = waiting.shift(); mutant; mutant = waiting.shift())
        verdicts.push(await judgeOne(tree, mutant, env));
    }),
  );
  return verdicts;
}

async function judgeOne(tree: Tree, mutant: Mutant, env: Record<string, string>): Promise<Verdict> {
  const startedMs = performance.now();
  const takeOut = tree.plant(mutant);
  try {
    const run = await runTests(tree.dir, mutant.tests, env, { bail: true });
    const verdict = judge(run);
    console.log(
      `${verdict.padEnd(8)} ${mutant.name.padEnd(34)} ${mutant.bug} (${((performance.now() - startedMs) / 1_000).toFixed(0)} s)`,
    );
    if (verdict === 'broken') console.log(run.output.slice(-2_000));
    return verdict;
  } finally {
    takeOut();
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
});
