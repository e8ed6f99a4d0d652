import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { asyncApiDocument } from '@daka/contracts';
import * as checkin from '@daka/checkin';
import * as homework from '@daka/homework';
import * as membership from '@daka/membership';
import * as payment from '@daka/payment';
import { openApiDocument, settingsTable } from '@daka/service-kit';
import * as web from '@daka/web';
import { z } from 'zod';
import { clientTypes } from './client-types';

const GENERATED = 'packages/contracts/generated';
const CLIENT = 'services/web/app/api/generated';
const services = { membership, payment, homework, checkin };

/** Every generated file of the repository: its path and what it should say now. */
export function generatedDocuments(root: string): Map<string, string> {
  const version = versionOf(root);
  const exampleOf = (type: string): unknown =>
    JSON.parse(readFileSync(join(root, 'packages/contracts/examples', `${type}.json`), 'utf8'));
  const documents = Object.entries({ ...services, web }).map(
    ([service, { routes }]) => [service, json(openApiDocument({ service, version, routes }))] as const,
  );
  const openApis = documents
    .filter(([service]) => service !== 'web') // it has no prefix of its own: only its page speaks to it
    .map(([service, document]) => [`${GENERATED}/openapi-${service}.json`, document] as const);
  const clients = documents.map(
    ([service, document]) => [`${CLIENT}/${service}.ts`, clientTypes(root, document)] as const,
  );
  return new Map([
    [`${GENERATED}/asyncapi.json`, json(asyncApiDocument(version, exampleOf))],
    ...openApis,
    ...clients,
    ['README.md', withSettings(readFileSync(join(root, 'README.md'), 'utf8'))],
  ]);
}

function versionOf(root: string): string {
  return z.object({ version: z.string() }).parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))).version;
}

/** The README with the settings tables between their markers made anew. */
function withSettings(readme: string): string {
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
