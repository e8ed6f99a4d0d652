import { resolve } from 'node:path';
import { nameFindings } from './check-names';

/** Says which names in the sources break docs/glossary.md; exit 1 if any does. */
const findings = nameFindings(resolve(__dirname, '../../..'));
for (const finding of findings) console.log(finding);
if (findings.length > 0) process.exitCode = 1;
