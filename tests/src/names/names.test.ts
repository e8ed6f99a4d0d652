import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { nameFindings } from './check-names';

const GLOSSARY = `# Glossary
| 中文 | English | in code | meaning | never |
|---|---|---|---|---|
| 学员 | learner | \`learner\` | who checks in | \`student\`, \`user\` |
| 补卡 | make-up | \`makeUp\` | a day done later | \`day off\`, \`positionOf\` |

| word | may stand in | why |
|---|---|---|
| \`user\` | \`services/*/src/features\` | the kit's word |
`;

const SOUND = {
  'docs/glossary.md': GLOSSARY,
  'packages/rules/src/index.ts': 'export interface Learner { makeUp: number }\n',
  'services/alpha/src/features/show/http.ts': 'export const show = ({ user }: { user: string }) => user;\n',
  'infra/local/src/index.ts': 'export const nothing = 0;\n',
};

const planted: readonly [what: string, file: string, source: string, finding: string][] = [
  ['a forbidden word', 'services/alpha/src/domain/a.ts', 'export const studentId = 1;', 'studentId says "student"'],
  ['its plural', 'infra/local/src/a.ts', 'export function allStudents() {}', 'allStudents says "student"'],
  ['a field of a type', 'packages/rules/src/a.ts', 'export type A = { student: string };', 'student says "student"'],
  ['a field of a schema', 'packages/rules/src/a.ts', 'export const a = { studentId: 1 };', 'studentId says "student"'],
  ['a parameter', 'packages/rules/src/a.ts', 'export const a = (student: number) => student;', '"student"'],
  ['a constant', 'packages/rules/src/a.ts', 'export const MAX_STUDENTS = 1;', 'MAX_STUDENTS says "student"'],
  ['two words', 'packages/rules/src/a.ts', 'export const firstDayOff = 1;', 'firstDayOff says "day off"'],
  ['a whole name', 'packages/rules/src/a.ts', 'export const positionOf = 1;', 'positionOf says "positionOf"'],
  ['a name of a file', 'packages/rules/src/student.ts', 'export {};', 'student says "student"'],
  ['what is excused elsewhere', 'services/alpha/src/domain/a.ts', 'export const user = 1;', 'user says "user"'],
  ['a contradiction', 'docs/glossary.md', GLOSSARY.replace('`student`', '`makeUp`'), 'to be said and forbidden'],
  ['a word forbidden twice', 'docs/glossary.md', GLOSSARY.replace('`day off`', '`student`'), 'forbidden twice'],
  ['a word that no code says', 'docs/glossary.md', GLOSSARY.replace('`learner`', '`learnt`'), 'no code says "learnt"'],
  ['an exception that excuses nothing', 'services/alpha/src/features/show/http.ts', 'export {};', 'needs no exception'],
];

describe('the glossary is the law', () => {
  it('for a tree that keeps it', () => {
    expect(findingsOf({})).toEqual([]);
  });

  it.each(planted)('finds %s', (_what, file, source, finding) => {
    expect(findingsOf({ [file]: source }).join('\n')).toContain(finding);
  });

  it('leaves alone what others named, and tests', () => {
    const source = "import { student } from 'elsewhere';\nexport const name = (x: { y: number }) => x.student;\n";
    expect(findingsOf({ 'packages/rules/src/a.ts': source, 'packages/rules/src/student.test.ts': source })).toEqual([]);
  });

  it('counts a status as said', () => {
    const source = "export type Status = 'made_up';\n";
    const glossary = GLOSSARY.replace('`makeUp`', '`made_up`');
    expect(findingsOf({ 'docs/glossary.md': glossary, 'packages/rules/src/a.ts': source })).toEqual([]);
  });

  it('refuses a glossary whose table cannot be read', () => {
    expect(() => findingsOf({ 'docs/glossary.md': GLOSSARY.replace('| in code |', '|') })).toThrow('no table');
    expect(() => findingsOf({ 'docs/glossary.md': GLOSSARY.replace('| who checks in |', '|') })).toThrow('4 cells');
  });
});

function findingsOf(files: Record<string, string>): string[] {
  const tree = mkdtempSync(join(tmpdir(), 'daka-names-'));
  try {
    for (const [file, text] of Object.entries({ ...SOUND, ...files })) {
      mkdirSync(dirname(join(tree, file)), { recursive: true });
      writeFileSync(join(tree, file), text);
    }
    return nameFindings(tree);
  } finally {
    rmSync(tree, { recursive: true });
  }
}
