import * as z from '#zod';
import { PublicProofSchema } from '../documents/day-record.ts';
import { DecisionsSchema } from '../documents/decisions.ts';
import { ExportSchema } from '../documents/export.ts';
import { ReceiptSchema } from '../documents/receipt.ts';

const DocumentSchema = z.discriminatedUnion('kind', [ReceiptSchema, PublicProofSchema, ExportSchema, DecisionsSchema], {
  error: 'must be daka.receipt.v1, daka.receipt.v2, daka.proof.v1, daka.export.v1 or daka.decisions.v1',
});
export type ProofDocument = z.infer<typeof DocumentSchema>;
export interface NamedDocument {
  file: string;
  document: ProofDocument;
}

const MAX_NAMED_PROBLEMS = 20;

/** Reads what is to be checked; every file that cannot be used is named with the fields that are to blame. */
export async function readDocuments(
  files: readonly string[],
  readFile: (path: string) => Promise<string>,
): Promise<{ documents: NamedDocument[]; problems: string[] }> {
  const documents: NamedDocument[] = [];
  const problems: string[] = [];
  for (const file of files) {
    const read = await readDocument(file, readFile);
    if ('problems' in read) problems.push(...read.problems.map((problem) => `${file}: ${problem}`));
    else documents.push({ file, document: read.document });
  }
  return { documents, problems };
}

async function readDocument(
  file: string,
  readFile: (path: string) => Promise<string>,
): Promise<{ document: ProofDocument } | { problems: string[] }> {
  let json: unknown;
  try {
    json = JSON.parse(await readFile(file));
  } catch (error) {
    const isSyntax = error instanceof SyntaxError;
    return {
      problems: [
        `${isSyntax ? 'is not JSON' : 'cannot be read'}: ${error instanceof Error ? error.message : String(error)}`,
      ],
    };
  }
  const parsed = DocumentSchema.safeParse(json);
  if (parsed.success) return { document: parsed.data };
  return {
    problems: parsed.error.issues
      .slice(0, MAX_NAMED_PROBLEMS)
      .map(({ path, message }) => (path.length === 0 ? message : `${fieldName(path)}: ${message}`)),
  };
}

function fieldName(path: readonly PropertyKey[]): string {
  return path.reduce<string>((name, part) => {
    if (typeof part === 'number') return `${name}[${part}]`;
    return name === '' ? String(part) : `${name}.${String(part)}`;
  }, '');
}
