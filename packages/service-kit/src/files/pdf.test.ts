import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { writtenPdf } from '../testing';
import { refusePdf } from './pdf';

let folder: string;
beforeAll(async () => (folder = await mkdtemp(path.join(tmpdir(), 'daka-test-'))));
afterAll(() => rm(folder, { recursive: true }));

const pdf = writtenPdf('Hello');
const ask = async (...parts: (string | Buffer)[]) => {
  const file = path.join(folder, 'file');
  await writeFile(
    file,
    Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part))),
  );
  return (await refusePdf(file))?.refused ?? null;
};
const zipEnd = (comment: string) =>
  `PK\u0005\u0006${'\0'.repeat(16)}${String.fromCharCode(comment.length)}\0${comment}`;

it.each([
  ['whole', [pdf]],
  ['of megabytes', [writtenPdf('Long', 3_000_000)]],
  ['with an old end in the middle and a new one behind it', [pdf, '1 0 obj\nendobj\nstartxref\n9\n%%EOF']],
  ['with empty lines and zeros behind its end', [pdf, '\r\n \0\0\n']],
  ['that has a ZIP file in itself, far from its end', ['%PDF-1.7\n', zipEnd(''), '\n'.repeat(70_000), '%%EOF\n']],
])('a PDF is taken: one %s', async (_name, parts) => {
  expect(await ask(...parts)).toBeNull();
});

it.each([
  ['a page', ['<!doctype html><script>alert(1)</script>'], 'file_type_refused'],
  ['a page before a PDF', ['<html>', pdf], 'file_type_refused'],
  ['an empty line before a PDF', ['\n', pdf], 'file_type_refused'],
  ['a drawing', ['<svg xmlns="http://www.w3.org/2000/svg"/>'], 'file_type_refused'],
  ['a program', ['MZ\u0090\0', pdf], 'file_type_refused'],
  ['a script', ['#!/bin/sh\n', pdf], 'file_type_refused'],
  ['an archive', ['PK\u0003\u0004aaaaaaaaaaaaaaaaaa'], 'file_type_refused'],
  ['a PDF with an archive behind it', [pdf, 'PK\u0003\u0004a', zipEnd('')], 'file_type_refused'],
  ['a PDF with an archive behind it whose comment ends as a PDF', [pdf, zipEnd('\n%%EOF\n')], 'file_type_refused'],
  ['a PDF with a page behind it', [pdf, '<script>alert(1)</script>'], 'file_type_refused'],
  ['a PDF that was cut', [pdf.subarray(0, -20)], 'file_damaged'],
  ['a PDF whose end is far from the end of the file', [pdf, '\n'.repeat(2_000)], 'file_damaged'],
  ['four bytes', ['%PDF'], 'file_type_refused'],
])('%s is refused', async (_name, parts, refused) => {
  expect(await ask(...parts)).toBe(refused);
});
