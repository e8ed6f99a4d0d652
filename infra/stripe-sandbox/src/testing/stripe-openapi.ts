import { readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';

/** Stripe's OpenAPI document, as far as the check of answers reads it. */
export interface OpenApi {
  readonly info: { readonly version: string };
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

type Schema = { readonly [key: string]: unknown };
type Content = { readonly content: { readonly [type: string]: { readonly schema: Schema } | undefined } };
interface Operation {
  readonly requestBody?: Content;
  readonly responses: Readonly<Record<string, Content>>;
}

/** Complaints about an answer; none when it is as Stripe describes it. */
export interface AnswerCheck {
  answer(asked: { method: string; path: string }, status: number, body: unknown): readonly string[];
  /** An object whose kind stands in `object`, such as those inside events. */
  object(body: { readonly object: string }): readonly string[];
}

const BEGINNING = '{\n  "components": {\n    "schemas": {';
const END = '\n}';

/** Finds the documents inside the binary of stripe-mock, which embeds them as they are, and returns the one of the released API. */
export function readStripeOpenApi(binary: string): OpenApi {
  const bytes = readFileSync(binary);
  for (let start = bytes.indexOf(BEGINNING); start !== -1; start = bytes.indexOf(BEGINNING, start + 1)) {
    const text = bytes.toString('utf8', start, bytes.indexOf(END, start) + END.length);
    const document = JSON.parse(text) as OpenApi;
    if (!document.info.version.includes('preview')) return document;
  }
  throw new Error(`${binary} embeds no OpenAPI document of Stripe's in the form that this reads`);
}

/**
 * Compiles the check. Stricter than the document in two points: an object may have no other fields than the described ones and
 * those of `extra` (by the schema's name), and where an id may be expanded to an object, only to one of `played` kinds.
 */
export function createAnswerCheck(
  document: OpenApi,
  { played, extra }: { played: readonly string[]; extra: Readonly<Record<string, readonly string[]>> },
): AnswerCheck {
  const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true, inlineRefs: false });
  const convert = converter(document, new Set(played));
  const schemas = Object.entries(document.components.schemas).map(([name, schema]) => [
    name,
    withFields(convert(schema) as Schema, extra[name] ?? []),
  ]);
  ajv.addSchema({ $id: 'stripe', components: { schemas: Object.fromEntries(schemas) } });
  const compiled = new Map<string, ValidateFunction>();

  function complaints(name: string, schema: () => object, body: unknown): readonly string[] {
    const validate = compiled.get(name) ?? ajv.compile(schema());
    compiled.set(name, validate);
    if (validate(body)) return [];
    return (validate.errors ?? []).map(
      ({ instancePath, message, params }) => `${name}${instancePath}: ${message} ${JSON.stringify(params)}`,
    );
  }

  return {
    answer({ method, path }, status, body) {
      const template = templateOf(document, path, method);
      const responses = document.paths[template]?.[method.toLowerCase()]?.responses;
      const response = responses?.[status] ?? responses?.['default'];
      const schema = response?.content['application/json']?.schema;
      if (!schema) return [`${method} ${path}: Stripe describes no answer with ${status}`];
      return complaints(
        `${method} ${template} ${responses?.[status] ? status : 'default'}`,
        () => convert(schema) as object,
        body,
      );
    },
    object: (body) => complaints(body.object, () => ({ $ref: `stripe#/components/schemas/${body.object}` }), body),
  };
}

/** The path as the document writes it: `/v1/refunds/{refund}`. */
function templateOf(document: OpenApi, path: string, method: string): string {
  if (document.paths[path]?.[method.toLowerCase()]) return path;
  const matches = (template: string): boolean => new RegExp(`^${template.replace(/\{[^}]+\}/g, '[^/]+')}$`).test(path);
  return (
    Object.keys(document.paths).find(
      (template) => matches(template) && document.paths[template]?.[method.toLowerCase()],
    ) ?? path
  );
}

/** OpenAPI 3.0 writes null as `nullable` beside the type; JSON Schema as one of the types. */
function converter({ components }: OpenApi, played: ReadonlySet<string>): (schema: unknown) => unknown {
  const isOther = (ref: string): boolean => {
    const name = ref.slice(ref.lastIndexOf('/') + 1);
    return components.schemas[name]?.['x-resourceId'] !== undefined && !played.has(name);
  };

  function convert(schema: unknown): unknown {
    if (Array.isArray(schema)) return schema.map(convert);
    if (schema === null || typeof schema !== 'object') return schema;
    const { nullable, ...given } = schema as Schema;
    if (typeof given['$ref'] === 'string')
      return orNull(isOther(given['$ref']) ? false : { $ref: `stripe${given['$ref']}` }, nullable);
    const own: Record<string, unknown> = Object.fromEntries(
      Object.entries(given).map(([key, value]) => [key, key === 'enum' ? value : convert(value)]),
    );
    const isClosed =
      own['type'] === 'object' && own['properties'] !== undefined && own['additionalProperties'] === undefined;
    return orNull(isClosed ? { ...own, additionalProperties: false } : own, nullable);
  }
  return convert;
}

const withFields = (schema: Schema, names: readonly string[]): Schema =>
  names.length === 0
    ? schema
    : {
        ...schema,
        properties: { ...Object.fromEntries(names.map((name) => [name, true])), ...(schema['properties'] as object) },
      };

const orNull = (schema: unknown, nullable: unknown): unknown =>
  nullable === true ? { anyOf: [{ type: 'null' }, schema] } : schema;

/** The event types that Stripe knows. */
export function eventTypesOf(document: OpenApi): readonly string[] {
  const form = document.paths['/v1/webhook_endpoints']?.['post']?.requestBody?.content[
    'application/x-www-form-urlencoded'
  ]?.schema as { properties: { enabled_events: { items: { enum: readonly string[] } } } };
  return form.properties.enabled_events.items.enum;
}
