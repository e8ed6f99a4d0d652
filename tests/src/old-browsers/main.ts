import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { tooNewInScript, tooNewInStyles } from './find-too-new';

/** Whether what the app sends works on the oldest browsers that it is for; a line for each thing that does not, and exit 1. */
function main([dir = resolve(__dirname, '../../../services/web/dist/app')]: readonly string[]): void {
  const files = readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((file) => /\.(js|css)$/.test(file));
  if (files.length === 0) throw new Error('the browser app has not been built');
  for (const file of files) {
    const source = readFileSync(join(dir, file), 'utf8');
    const found = file.endsWith('.js') ? tooNewInScript(source) : tooNewInStyles(source);
    for (const what of found) console.log(`${file}: ${what}`);
    if (found.length > 0) process.exitCode = 1;
  }
}

main(process.argv.slice(2));
