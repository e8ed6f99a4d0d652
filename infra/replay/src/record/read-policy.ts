import { PolicySchema, type Policy } from '@daka/rules';
import { BadRecord } from './bad-record';
import { offsetOfPath, placeOfOffset } from './json-place';
import { readText } from './read-text';

/** Reads a policy; throws BadRecord with the place of what is not JSON or not allowed. */
export function readPolicy(file: string): Policy {
  const { name, text } = readText(file);
  const parsed = PolicySchema.safeParse(parseJson(text, name));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  if (!issue) throw parsed.error;
  const path = issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] ?? ''] : issue.path;
  const problem = issue.code === 'unrecognized_keys' ? 'is not a field of a policy' : issue.message;
  const place = placeOfOffset(text, offsetOfPath(text, path));
  throw new BadRecord({ file: name, ...place, field: path.map(String).join('.') || 'the whole' }, problem);
}

function parseJson(text: string, file: string): unknown {
  if (text.trim() === '') throw new BadRecord({ file, line: 1, column: 1 }, 'is empty');
  try {
    return JSON.parse(text);
  } catch (error) {
    const { message } = error as SyntaxError;
    const offset = /at position (\d+)/.exec(message)?.[1];
    throw new BadRecord(
      { file, ...placeOfOffset(text, offset === undefined ? text.length : Number(offset)) },
      `is not JSON (${message})`,
    );
  }
}
