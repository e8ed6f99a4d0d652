import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { castsIn, dialectProblems } from './dialect';

const root = resolve(__dirname, '../../..');

it('the four services speak one dialect', () => {
  expect(dialectProblems(root)).toEqual([]);
});

describe('casts', () => {
  it('are fewer than 40, each with its reason beside it', () => {
    const casts = castsIn(root);
    expect(casts.filter(({ hasReason }) => !hasReason).map(({ place }) => place)).toEqual([]);
    expect(casts.length).toBeLessThan(40);
  });
});

describe('each rule of it can fail', () => {
  let tree: string;
  beforeEach(() => {
    tree = mkdtempSync(join(tmpdir(), 'daka-dialect-'));
    const wanted = (source: string) => !/node_modules|\/dist(\/|$)/.test(source);
    cpSync(join(root, 'services'), join(tree, 'services'), { recursive: true, filter: wanted });
  });
  afterEach(() => rmSync(tree, { recursive: true }));

  function plant(file: string, source: string): void {
    mkdirSync(dirname(join(tree, file)), { recursive: true });
    writeFileSync(join(tree, file), source);
  }

  it.each([
    ['services/homework/src/features/ports.ts', 'export {};', /another place/],
    ['services/homework/src/domain/work.fixture.ts', 'export {};', /src\/testing/],
    ['services/homework/src/domain/late.ts', 'export const late = new Date(0).toISOString();', /iso\(\)/],
    ['services/homework/src/domain/end.ts', 'export function end(x: never): never { throw x; }', /unreachable/],
    ['services/payment/src/adapters/mongo/twice.ts', 'export const twice = 11_000;', /isDuplicateKey/],
    ['services/checkin/src/features/list/http.ts', 'export const nextCursor = 1;', /pagesBy/],
    ['services/checkin/src/adapters/mongo/say.ts', 'function publish() {}\npublish();', /domain\/messages/],
    ['services/membership/src/features/join/http.ts', 'createJoin(ports);', /built once/],
    ['services/payment/src/domain/folded.test.ts', 'events.reduce<Book>(evolveBook, book);', /scenario\(\)/],
    ['services/homework/README.md', '# Homework', /no table/],
    ['services/homework/README.md', '## Where to change what\n`src/gone.ts`', /src\/gone[.]ts, which is not there/],
  ])('%s: %s', (file, source, says) => {
    plant(file, source);
    expect(dialectProblems(tree).join('\n')).toMatch(says);
  });

  it('a cast without a reason, and one with', () => {
    plant(
      'services/homework/src/domain/cast.ts',
      'export const a = 1 as never;\n// Because.\nexport const b = 1 as never;\nexport const c = 1 as const;\n',
    );
    mkdirSync(join(tree, 'packages'));
    const found = castsIn(tree).filter(({ place }) => place.includes('domain/cast.ts'));
    expect(found).toEqual([
      { place: 'services/homework/src/domain/cast.ts:1', hasReason: false },
      { place: 'services/homework/src/domain/cast.ts:3', hasReason: true },
    ]);
  });

  it('a service without its ports', () => {
    rmSync(join(tree, 'services/homework/src/ports.ts'));
    expect(dialectProblems(tree)).toContain('services/homework/src/ports.ts is missing');
  });
});
