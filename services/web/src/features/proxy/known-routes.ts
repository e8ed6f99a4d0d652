import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';

const DOCUMENTS = path.join(path.dirname(require.resolve('@daka/contracts')), '../generated');
const DocumentSchema = z.object({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) });

const STREAMED = z.looseObject({
  requestBody: z.looseObject({ content: z.looseObject({ 'application/octet-stream': z.unknown() }) }),
});

/** The document itself, which the API reference shows. */
const ALWAYS = { '/openapi.json': { get: {} } };

/** `streamed`: its body is bytes, which go through as they come. */
export type IsKnown = (method: string, path: string) => 'yes' | 'streamed' | 'no' | { allowed: readonly string[] };

/** Which requests a service is there for: those that its OpenAPI document names, exactly. What is for operators is in no document. */
export function knownRoutesOf(service: string): IsKnown {
  const { paths } = DocumentSchema.parse(
    JSON.parse(readFileSync(path.join(DOCUMENTS, `openapi-${service}.json`), 'utf8')),
  );
  return knownRoutes({ ...paths, ...ALWAYS });
}

export function knownRoutes(paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>): IsKnown {
  const routes = Object.entries(paths).map(([template, methods]) => {
    const allowed = Object.keys(methods).map((method) => method.toUpperCase());
    return {
      segments: template.split('/').slice(1),
      allowed: allowed.includes('GET') ? [...allowed, 'HEAD'] : allowed,
      streamed: Object.keys(methods)
        .filter((method) => STREAMED.safeParse(methods[method]).success)
        .map((method) => method.toUpperCase()),
    };
  });
  return (method, asked) => {
    const segments = segmentsOf(asked);
    if (segments === null) return 'no';
    const found = routes.filter((route) => fits(route.segments, segments));
    if (found.length === 0) return 'no';
    const allowed = found.flatMap((route) => route.allowed);
    if (!allowed.includes(method)) return { allowed };
    return found.some(({ streamed }) => streamed.includes(method)) ? 'streamed' : 'yes';
  };
}

/** Segments as a service will see them; null where one is empty, cannot be read, or would be something else to whoever reads it again. */
function segmentsOf(asked: string): string[] | null {
  const segments = asked.split('/').slice(1);
  try {
    const read = segments.map((segment) => decodeURIComponent(segment));
    return read.every((segment) => segment !== '' && segment !== '.' && segment !== '..' && !/[/\\\0]/.test(segment))
      ? read
      : null;
  } catch {
    return null;
  }
}

const fits = (template: readonly string[], segments: readonly string[]) =>
  template.length === segments.length &&
  template.every((part, at) => (part.startsWith('{') ? true : part === segments[at]));
