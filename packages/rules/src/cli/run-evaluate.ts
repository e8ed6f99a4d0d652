import * as z from '#zod';
import { type Evaluation, EntrySchema, InstantSchema, LearnerSchema, PolicySchema, evaluate } from '../index.ts';

const MAX_NAMED_PROBLEMS = 20;

/** What the command line reads from and writes to. */
export interface EvaluateIo {
  readFile(path: string): Promise<string>;
  readInput(): Promise<string>;
  writeResult(output: string): void;
  writeError(message: string): void;
}

/** One question to the rules; any other field is refused. */
export const CaseSchema = z.strictObject({
  policy: PolicySchema,
  learner: LearnerSchema,
  entries: z.array(EntrySchema),
  asOf: InstantSchema,
});

type Case = z.infer<typeof CaseSchema>;

/**
 * Evaluates the cases of a JSON file (or of the standard input, for "-") and writes the array of results.
 * Gives the exit code: 0, or 2 with the case and field named where the input cannot be used; then no result is written.
 */
export async function runEvaluate(args: readonly string[], io: EvaluateIo): Promise<0 | 2> {
  const [path, ...rest] = args;
  if (path === undefined || rest.length > 0)
    return refuse(io, [
      'usage: evaluate FILE   (an array of {policy, learner, entries, asOf}; "-" reads the standard input)',
    ]);

  const source = await readSource(path, io);
  if ('problems' in source) return refuse(io, source.problems);
  const cases = parseCases(source.content);
  if ('problems' in cases)
    return refuse(
      io,
      cases.problems.map((problem) => `${path}: ${problem}`),
    );

  io.writeResult(resultLines(cases.parsed.map((one) => evaluate(one.policy, one.learner, one.entries, one.asOf))));
  return 0;
}

async function readSource(path: string, io: EvaluateIo): Promise<{ content: string } | { problems: string[] }> {
  try {
    return { content: path === '-' ? await io.readInput() : await io.readFile(path) };
  } catch (error) {
    return { problems: [`${path}: cannot be read: ${messageOf(error)}`] };
  }
}

function parseCases(content: string): { parsed: Case[] } | { problems: string[] } {
  let json: unknown;
  try {
    json = JSON.parse(content);
  } catch (error) {
    return { problems: [`is not JSON: ${messageOf(error)}`] };
  }
  if (!Array.isArray(json)) return { problems: ['must hold an array of {policy, learner, entries, asOf}'] };

  const parsed: Case[] = [];
  const problems: string[] = [];
  for (const [index, value] of json.entries()) {
    const result = CaseSchema.safeParse(value);
    if (result.success) parsed.push(result.data);
    else problems.push(...result.error.issues.flatMap((issue) => problemsOf(index, issue)));
    if (problems.length >= MAX_NAMED_PROBLEMS) break;
  }
  return problems.length > 0 ? { problems: problems.slice(0, MAX_NAMED_PROBLEMS) } : { parsed };
}

/** "case 3 (counting from 0): policy.refund.ratio: ..." */
function problemsOf(index: number, issue: z.core.$ZodIssue): string[] {
  const at = `case ${index} (counting from 0)`;
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => `${at}: ${fieldName([...issue.path, key])}: unknown field`);
  return [`${at}: ${issue.path.length > 0 ? `${fieldName(issue.path)}: ` : ''}${issue.message}`];
}

function fieldName(path: readonly PropertyKey[]): string {
  return path.reduce<string>((name, part) => {
    if (typeof part === 'number') return `${name}[${part}]`;
    return name === '' ? String(part) : `${name}.${String(part)}`;
  }, '');
}

function resultLines(results: readonly Evaluation[]): string {
  return results.length === 0 ? '[]\n' : `[\n${results.map((result) => JSON.stringify(result)).join(',\n')}\n]\n`;
}

function refuse(io: EvaluateIo, problems: readonly string[]): 2 {
  for (const problem of problems) io.writeError(`${problem}\n`);
  return 2;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
