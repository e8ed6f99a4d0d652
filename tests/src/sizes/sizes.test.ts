import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { gzipSync } from 'node:zlib';
import { join, resolve } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import type { BookHead } from '@daka/proof';
import type { Entry, Learner, Policy } from '@daka/rules';
import { measurePages, pages } from './pages';
import { parts, taken } from './parts';

const root = resolve(__dirname, '../../..');
const MAIN = join(root, 'tests/dist/sizes/main.js');

describe('the budgets', () => {
  const dir = mkdtempSync(join(tmpdir(), 'daka-sizes-'));
  afterAll(() => rmSync(dir, { recursive: true }));
  const measure = (asked: unknown) => {
    const file = join(dir, 'parts.json');
    writeFileSync(file, JSON.stringify(asked));
    return run([file]);
  };

  it('name what is too large, its size and its budget, and fail', () => {
    const [judging] = parts;
    const careless = { ...judging, code: taken('@daka/rules', 'judgeEntry', 'explainDays', 'compilePlan') };
    const { status, stdout } = measure([judging, careless]);
    const [small, large] = stdout.trim().split('\n');
    expect(status).toBe(1);
    expect(small).toMatch(/^judging and explaining a day: \d\.\d\d kB of 3\.00 kB, minified and gzipped$/);
    expect(large).toMatch(/^judging and explaining a day: \d\d\.\d\d kB of 3\.00 kB, minified and gzipped: TOO LARGE$/);
  });

  it('hold for what pages load', () => {
    const { status, stdout } = run([]);
    expect([status, stdout]).toEqual([0, expect.not.stringContaining('TOO LARGE')]);
    for (const { name } of parts) expect(stdout).toContain(name);
  });

  it('that cannot be measured fail too', () => {
    expect(measure([{ name: 'gone', code: taken('@daka/rules', 'noSuchExport'), budgetBytes: 1 }]).status).not.toBe(0);
  });
});

describe('what a page weighs', () => {
  const dir = mkdtempSync(join(tmpdir(), 'daka-pages-'));
  afterAll(() => rmSync(dir, { recursive: true }));

  it('is its own script and all that it imports, each once; what must not be in it is found', () => {
    const others = pages.map(({ page }) => `routes/${page}/page.tsx`);
    const keys = [
      'index.html',
      'texts/zh-CN.json',
      'texts/work-zh-CN.json',
      'texts/acts-zh-CN.json',
      'texts/account-zh-CN.json',
      'texts/invited-zh-CN.json',
      'texts/desk-zh-CN.json',
      'texts/tasks-zh-CN.json',
      'features/worth/miss-a-day.tsx',
      ...others,
    ];
    const manifest = {
      ...Object.fromEntries(keys.map((key) => [key, { file: 'page.js', imports: ['_shared.js'] }])),
      '_shared.js': { file: 'shared.js', imports: ['_shared.js'] },
    };
    mkdirSync(join(dir, '.vite'));
    writeFileSync(join(dir, '.vite/manifest.json'), JSON.stringify(manifest));
    writeFileSync(join(dir, 'page.js'), 'class ZodError {}');
    writeFileSync(join(dir, 'shared.js'), 'export const shared = 1;');
    const [today] = measurePages(dir);
    const sizeOf = (code: string) => gzipSync(code, { level: 9 }).length;
    expect(today).toMatchObject({
      page: 'today',
      bytes: sizeOf('class ZodError {}') + sizeOf('export const shared = 1;'),
      found: ['zod'],
    });
  });

  it('cannot be said of an app that was not built', () => {
    expect(() => measurePages(join(dir, 'nowhere'))).toThrow('has not been built');
  });
});

describe('a bundle runs where there is nothing of Node', () => {
  interface Vectors {
    evaluate: { policy: Policy; learner: Learner; entries: Entry[]; asOf: string; expected: { refused: unknown } }[];
  }
  const { evaluate: cases } = JSON.parse(
    readFileSync(join(root, 'packages/rules/vectors/rules.json'), 'utf8'),
  ) as Vectors;
  const proof = JSON.parse(readFileSync(join(root, 'packages/proof/vectors/proof.json'), 'utf8')) as {
    heads: BookHead[];
  };

  it('judging without zones and schemas: the plan compiled before', () => {
    const compile = runBundle(taken('@daka/rules', 'compilePlan', 'toPlanEntry'));
    const judge = runBundle(taken('@daka/rules', 'judgeEntry', 'explainDays', 'evaluatePlan'));
    expect(judge.source).not.toMatch(/Temporal|zod/i);
    expect(cases.length).toBeGreaterThan(100);
    for (const { policy, learner, entries, asOf, expected } of cases) {
      const plan = compile.call('compilePlan', policy, learner);
      const asked = entries.map((entry) => compile.call('toPlanEntry', entry));
      expect(judge.call('evaluatePlan', plan, asked, Date.parse(asOf))).toEqual(expected);
    }
    const [{ policy, learner }] = cases as [Vectors['evaluate'][number]];
    const plan = compile.call('compilePlan', policy, learner);
    expect(judge.call('explainDays', plan, [], 0)).toHaveLength(policy.days);
    const offered = { day: '1999-01-01', acceptedAtMs: 0, characters: 1 };
    expect(judge.call('judgeEntry', plan, [], offered)).toEqual({ refused: 'day_not_in_plan' });
  });

  it('reading a policy, and refusing one by the field', () => {
    const code = `import { PolicySchema } from '@daka/rules';
      globalThis.taken = { read: (json) => { const { success, error } = PolicySchema.safeParse(json); return success ? 'ok' : error.issues.map(({ path }) => path.join('.')); } };`;
    const schema = runBundle(code);
    const { policy } = cases[0]!;
    expect(schema.call('read', policy)).toBe('ok');
    expect(schema.call('read', { ...policy, timeZone: 'Moon/Base' })).toEqual(['timeZone']);
  });

  it('making and checking a receipt', () => {
    const { call } = runBundle(
      taken('@daka/proof', 'checkReceipt', 'leafNode', 'parentNode', 'accountName', 'dayHash', 'toHex'),
    );
    const receipt = receiptOf(call, proof.heads[0]!);
    expect(call('checkReceipt', receipt)).toEqual([]);
    const changed = { ...receipt, leaf: { ...receipt.leaf, balanceMinor: receipt.leaf.balanceMinor + 1 } };
    expect(call('checkReceipt', changed)).toMatchObject([{ fault: 'changed_balance' }]);
  });
});

type Call = (name: string, ...args: unknown[]) => unknown;

/** A script's exports in a global scope that has the language and, as every browser, TextEncoder; values go in and come out as they are. */
function runBundle(code: string): { source: string; call: Call } {
  const { status, stdout, stderr } = run(['--code'], code);
  if (status !== 0) throw new Error(stderr);
  const scope: { taken?: Record<string, (...args: unknown[]) => unknown> } = {};
  createContext(Object.assign(scope, { TextEncoder }));
  expect(runInContext('[typeof process, typeof require, typeof Buffer, typeof URL, typeof fetch]', scope)).toEqual(
    Array(5).fill('undefined'),
  );
  runInContext(stdout, scope);
  return { source: stdout, call: (name, ...args) => scope.taken?.[name]?.(...args) };
}

function run(args: string[], input = '') {
  return spawnSync(process.execPath, [MAIN, ...args], { cwd: root, encoding: 'utf8', input });
}

/** Two leaves: the learner's own, and one beside it. */
function receiptOf(call: Call, head: BookHead) {
  interface SumNode {
    sumMinor: number;
    hash: Uint8Array;
  }
  const hex = (hash: Uint8Array) => call('toHex', hash) as string;
  const day = '2026-03-02';
  const [salt, balanceMinor] = ['7'.repeat(64), 10_000];
  const own = call('leafNode', { day, salt, account: call('accountName', head), balanceMinor }) as SumNode;
  const other = call('leafNode', { day, salt: '8'.repeat(64), account: 'other', balanceMinor: 5 }) as SumNode;
  const root = call('parentNode', own, other) as SumNode;
  const facts = {
    day,
    organisationId: '00000000-0000-4000-8000-00000000000a',
    currency: 'CNY',
    count: 2,
    sumMinor: root.sumMinor,
    root: hex(root.hash),
    previousDayHash: '0'.repeat(64),
    ledgerHead: '0'.repeat(64),
  };
  return {
    kind: 'daka.receipt.v1',
    leaf: { index: 0, ...head, balanceMinor, salt, hash: hex(own.hash) },
    path: [{ sumMinor: other.sumMinor, hash: hex(other.hash) }],
    day: { ...facts, previousDay: null, dayHash: call('dayHash', facts) },
    earlier: [],
  };
}
