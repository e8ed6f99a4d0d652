import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const MAX_BYTES = 16_000_000;

/** The types of a service's HTTP interface for the browser app, made from its OpenAPI document by the generator's own workspace. */
export function clientTypes(root: string, document: string): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'infra/api-client/generate.mjs')], {
    input: document,
    encoding: 'utf8',
    maxBuffer: MAX_BYTES,
  });
  if (status !== 0) throw new Error(`the client's types could not be made: ${stderr}`);
  return stdout;
}
