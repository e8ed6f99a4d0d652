import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(__dirname, '../../..');
const generated = join(root, 'packages/contracts/generated');

interface Planted {
  file: string;
  find: string;
  becomes: string;
}

const plantedErrors: readonly (Planted & { what: string; finding: string })[] = [
  {
    what: 'the Kafka key bound to a channel',
    file: 'asyncapi.json',
    find: '"address": "payment.enrolment"',
    becomes: '"address": "payment.enrolment", "bindings": { "kafka": { "key": { "type": "string" } } }',
    finding: '"key" is not expected',
  },
  {
    what: 'an operation on a channel that there is not',
    file: 'asyncapi.json',
    find: '"$ref": "#/channels/payment.enrolment"',
    becomes: '"$ref": "#/channels/nowhere.enrolment"',
    finding: 'invalid-ref',
  },
  {
    what: 'a public operation that does not say so',
    file: 'openapi-membership.json',
    find: '"security": [],',
    becomes: '',
    finding: 'security-defined',
  },
  {
    what: 'a schema that there is not',
    file: 'openapi-checkin.json',
    find: '"$ref": "#/components/schemas/Problem"',
    becomes: '"$ref": "#/components/schemas/Nothing"',
    finding: 'no-unresolved-refs',
  },
];

describe('the check of the generated documents', () => {
  it('finds nothing in them', () => {
    expect(checked()).toEqual({ exitCode: 0, output: '' });
  });

  it.each(plantedErrors)('finds $what', ({ finding, ...planted }) => {
    expect(checked(planted)).toEqual({ exitCode: 1, output: expect.stringContaining(finding) });
  });
});

/** What the check says of the documents, one of them changed in one place. */
function checked(planted?: Planted): { exitCode: number | null; output: string } {
  const dir = mkdtempSync(join(tmpdir(), 'daka-documents-'));
  try {
    cpSync(generated, dir, { recursive: true });
    if (planted) plant(join(dir, planted.file), planted);
    const program = join(root, 'tests/dist/documents/main.js');
    const { status, stdout } = spawnSync(process.execPath, [program, dir], { encoding: 'utf8' });
    return { exitCode: status, output: stdout };
  } finally {
    rmSync(dir, { recursive: true });
  }
}

function plant(path: string, { find, becomes }: Planted): void {
  const text = readFileSync(path, 'utf8');
  if (!text.includes(find)) throw new Error(`${path} has no ${find}`);
  writeFileSync(path, text.replace(find, becomes));
}
