import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { asyncApiFindings } from './check-asyncapi';
import { openApiFindings } from './check-openapi';

const generated = resolve(__dirname, '../../../packages/contracts/generated');

/** Shows the generated documents to their makers' own tools, offline: exit 1 and a line for each thing that they find. */
async function main(dir: string): Promise<void> {
  const files = readdirSync(dir).sort();
  if (!files.includes('asyncapi.json') || files.length < 2) throw new Error(`no documents in ${dir}`);
  for (const file of files) {
    const json = readFileSync(join(dir, file), 'utf8');
    const findings = await (file === 'asyncapi.json' ? asyncApiFindings(json) : openApiFindings(json));
    for (const finding of findings) console.log(`${file} ${finding}`);
    if (findings.length > 0) process.exitCode = 1;
  }
}

void main(process.argv[2] ?? generated);
