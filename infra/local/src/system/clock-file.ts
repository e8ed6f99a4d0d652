import fs from 'node:fs';
import path from 'node:path';

/** Sets the domain clock of every process that reads this file: an ISO instant, or the system's clock. Replaced in one step. */
export function setClockFile(file: string, value: string | 'system'): void {
  if (value !== 'system' && Number.isNaN(Date.parse(value))) throw new RangeError(`not an ISO instant: ${value}`);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  const next = `${file}.next`;
  fs.writeFileSync(next, value);
  fs.renameSync(next, file);
}
