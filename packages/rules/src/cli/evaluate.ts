import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { runEvaluate } from './run-evaluate.ts';

process.exitCode = await runEvaluate(process.argv.slice(2), {
  readFile: (path) => readFile(path, 'utf8'),
  readInput: () => text(process.stdin),
  writeResult: (output) => process.stdout.write(output),
  writeError: (message) => process.stderr.write(message),
});
