import { readFile } from 'node:fs/promises';
import { runVerify } from './run-verify.ts';

process.exitCode = await runVerify(process.argv.slice(2), {
  readFile: (path) => readFile(path, 'utf8'),
  writeResult: (line) => void process.stdout.write(`${line}\n`),
  writeError: (line) => void process.stderr.write(`${line}\n`),
});
