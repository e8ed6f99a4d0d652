import fs from 'node:fs';
import path from 'node:path';
import { BadRecord } from './bad-record';

const MAX_BYTES = 64 * 1024 * 1024;

/** A whole UTF-8 file without its byte order mark, and the name to call it by in messages. Throws BadRecord when it cannot be read. */
export function readText(file: string): { name: string; text: string } {
  const name = path.basename(file);
  const bytes = readBytes(file, name);
  if (bytes.length > MAX_BYTES) throw new BadRecord({ file: name }, `is larger than ${MAX_BYTES / 1024 / 1024} MB`);
  return { name, text: decode(bytes, name) };
}

function readBytes(file: string, name: string): Buffer {
  try {
    return fs.readFileSync(file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') throw new BadRecord({ file: name }, `is missing (looked for ${file})`);
    throw new BadRecord({ file: name }, `cannot be read (${code ?? String(error)})`);
  }
}

/** TextDecoder drops the byte order mark. */
function decode(bytes: Buffer, name: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new BadRecord({ file: name, ...placeOfBadByte(bytes) }, 'is not UTF-8 text');
  }
}

function placeOfBadByte(bytes: Buffer): { line: number; column: number } {
  const lenient = new TextDecoder('utf-8').decode(bytes);
  const before = lenient.slice(0, lenient.indexOf('\uFFFD')).split('\n');
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}
