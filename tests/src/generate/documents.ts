import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { asyncApiDocument } from '@daka/contracts';
import * as checkin from '@daka/checkin';
import * as homework from '@daka/homework';
import * as membership from '@daka/membership';
import * as payment from '@daka/payment';
import { openApiDocument, settingsTable } from '@daka/service-kit';
import * as web from '@daka/web';

const VERSION = '0.1.0';
const GENERATED = 'packages/contracts/generated';
const services = { membership, payment, homework, checkin };

/** Every generated file of the repository: its path and what it should say now. */
export function generatedDocuments(root: string): Map<string, string> {
  const exampleOf = (type: string): unknown => JSON.parse(readFileSync(join(root, 'packages/contracts/examples', `${type}.json`), 'utf8'));
  const openApis = Object.entries(services).map(
    ([service, { routes }]) => [`${GENERATED}/openapi-${service}.json`, json(openApiDocument({ service, version: VERSION, routes }))] as const,
  );
  return new Map([
    [`${GENERATED}/asyncapi.json`, json(asyncApiDocument(VERSION, exampleOf))],
    ...openApis,
    ['README.md', withSettings(readFileSync(join(root, 'README.md'), 'utf8'))],
  ]);
}

/** The README with the settings tables between their markers made anew. */
export function withSettings(readme: string): string {
  const all = { ...services, web };
  return Object.entries(all).reduce((text, [service, { settings }]) => {
    const [begin, end] = [`<!-- settings of ${service}: generated -->`, `<!-- end of settings of ${service} -->`];
    const from = text.indexOf(begin);
    const to = text.indexOf(end);
    if (from < 0 || to < from) throw new Error(`README.md has no place for the settings of ${service}`);
    return `${text.slice(0, from + begin.length)}\n${settingsTable(settings)}\n${text.slice(to)}`;
  }, readme);
}

function json(document: unknown): string {
  return `${JSON.stringify(document, null, 2)}\n`;
}
