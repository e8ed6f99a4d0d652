import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FoundSchemathesis } from '@daka/local';

/** One run against one service, as one person. */
export interface Round {
  service: string;
  url: string;
  person: string;
  token: string;
  seed: number;
  known: Readonly<Record<string, readonly string[]>>;
}

export interface RoundResult {
  /** Requests that were made up and sent. */
  requests: number;
  isSound: boolean;
  output: string;
}

/** Within the life of an access token. */
const ROUND_SECONDS = 240;
/** In how many of its places a value that exists stands, so that requests get past "not found". */
const KNOWN_SHARE = 0.8;
/** What the state of things decides is told by these; anything else that fits the document must be taken. */
const EXPECTED = ['2xx', 401, 402, 403, 404, 409, 410, 422, 429];
/** Sums of fields and signatures over a body are rules that no JSON Schema can say. */
const BEYOND_SCHEMAS = ['/webhooks/stripe', '/organisations/{organisationId}/cohorts', '/cohorts/{cohortId}'];

/** Draws requests from a service's own OpenAPI document and holds each answer against it. */
export async function runRound(found: FoundSchemathesis, dir: string, round: Round): Promise<RoundResult> {
  const { service, url, token, seed } = round;
  const document = join(dir, `${service}.json`);
  const config = join(dir, `${service}.toml`);
  writeFileSync(document, JSON.stringify(withoutCursors(await (await fetch(`${url}/openapi.json`)).json())));
  writeFileSync(config, configOf(round));
  const args = [
    found.args,
    ['--config-file', config, 'run', document, '--url', url, '--seed', String(seed)],
    ['--header', `Authorization: Bearer ${token}`, '--max-time', String(ROUND_SECONDS), '--max-examples', '200'],
    // Not 'stateful': it puts the null of one answer into the path of the next request.
    ['--phases', 'examples,coverage,fuzzing', '--continue-on-failure', '--suppress-health-check', 'all'],
    // Signing in with no token and asking for what was deleted are tried in tests of their own.
    ['--exclude-checks', 'ignored_auth,use_after_free,unsupported_method'],
    ['--no-color', '--generation-database', 'none'],
  ].flat();
  const { code, output } = await run(found.command, args, { ...process.env, ...found.env }, dir);
  return { requests: Number(/(\d+) generated/.exec(output)?.[1] ?? 0), isSound: code === 0, output };
}

/** Where a page begins is given by the page before it; a made-up one is refused, which no schema can say. */
function withoutCursors(document: unknown): unknown {
  return JSON.parse(JSON.stringify(document), (_, value: unknown) =>
    Array.isArray(value)
      ? value.filter((one) => !(isNamed(one) && one.in === 'query' && one.name === 'cursor'))
      : value,
  );
}

function isNamed(value: unknown): value is { in: unknown; name: unknown } {
  return typeof value === 'object' && value !== null && 'in' in value && 'name' in value;
}

function configOf({ known }: Round): string {
  const names = Object.keys(known);
  const statuses = (more: readonly (string | number)[]) =>
    `expected-statuses = ${JSON.stringify([...EXPECTED, ...more])}`;
  return [
    '[checks.positive_data_acceptance]',
    statuses([]),
    ...names.flatMap((name) => [`[dictionaries.${name}]`, `values = ${JSON.stringify(known[name])}`]),
    '[parameters]',
    ...names.flatMap((name) =>
      ['path', 'query', 'body'].map(
        (place) => `"${place}.${name}" = { dictionary = "${name}", probability = ${KNOWN_SHARE} }`,
      ),
    ),
    ...BEYOND_SCHEMAS.flatMap((path) => [
      '[[operations]]',
      `include-path = "${path}"`,
      `checks.positive_data_acceptance.${statuses([400])}`,
    ]),
    '',
  ].join('\n');
}

function run(command: string, args: string[], env: NodeJS.ProcessEnv, cwd: string) {
  return new Promise<{ code: number | null; output: string }>((resolve, reject) => {
    const child = spawn(command, args, { env, cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)));
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, output }));
  });
}
