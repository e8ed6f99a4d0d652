import { Problem, TIME_ZONE_FORMAT, timeZoneSchema } from '@daka/contracts';
import { z } from 'zod';
import { KEY } from './answer-once';
import { refusalStatuses, successOf, type RouteDefinition } from './route';

type Json = Record<string, unknown>;

const TIME_ZONE = '#/components/schemas/TimeZone';

/** The OpenAPI 3.1 document of a service, from its routes alone; what only the other services ask for is not in it. */
export function openApiDocument({
  service,
  version,
  routes,
}: {
  service: string;
  version: string;
  routes: readonly RouteDefinition[];
}): Json {
  const paths: Record<string, Json> = {};
  for (const route of routes) {
    if (route.internal) continue;
    const path = route.path.replaceAll(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method]: operation(service, route) };
  }
  const namesZones = JSON.stringify(paths).includes(TIME_ZONE);
  return {
    openapi: '3.1.0',
    info: { title: `Daka ${service}`, version, license: { name: 'MIT', identifier: 'MIT' } },
    servers: [{ url: `/api/${service}` }],
    paths,
    components: {
      schemas: { Problem: schemaOf(Problem), ...(namesZones && { TimeZone: timeZoneSchema }) },
      securitySchemes: { accessToken: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
    },
  };
}

function operation(service: string, route: RouteDefinition): Json {
  const { access } = route;
  return {
    operationId: `${service}_${route.method}_${route.path.replaceAll(/\W+/g, '_').replaceAll(/^_|_$/g, '')}`,
    summary: route.summary,
    ...(typeof access === 'string' ? {} : { description: `Roles: ${access.join(', ')}.` }),
    security: access === 'public' ? [] : [{ accessToken: [] }],
    parameters: [...pathParameters(route), ...queryParameters(route), ...headerParameters(route)],
    ...requestBody(route),
    responses: { ...successResponse(route), ...problemResponses(route) },
  };
}

function pathParameters({ path, params }: RouteDefinition): Json[] {
  const { properties } = fieldsOf(params);
  return [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => ({
    name,
    in: 'path',
    required: true,
    schema: properties[name] ?? { type: 'string' },
  }));
}

function queryParameters({ query }: RouteDefinition): Json[] {
  const { properties, required } = fieldsOf(query);
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
  }));
}

function headerParameters({ idempotent }: RouteDefinition): Json[] {
  if (!idempotent) return [];
  const description = 'The same key with the same request gives the same answer for a day.';
  return [
    {
      name: 'Idempotency-Key',
      in: 'header',
      required: false,
      description,
      schema: { type: 'string', pattern: KEY.source },
    },
  ];
}

function requestBody({ body, rawBody, streamsBody }: RouteDefinition): Json {
  if (streamsBody) return { requestBody: { required: false, content: { 'application/octet-stream': { schema: {} } } } };
  if (rawBody) return { requestBody: { required: true, content: { 'application/json': { schema: {} } } } };
  if (!body) return {};
  const required = !body.safeParse({}).success;
  return { requestBody: { required, content: { 'application/json': { schema: schemaOf(body) } } } };
}

function successResponse(route: RouteDefinition): Json {
  const { status, schema } = successOf(route);
  const { mediaType = 'application/json' } = route;
  const body = schema && { content: { [mediaType]: { schema: schemaOf(schema) } } };
  const pending = route.isPending && { 202: { description: 'Begun, not done yet', ...body } };
  return { [status]: { description: 'Done', ...body }, ...pending };
}

/** One answer for each status, with all the codes that may come with it. */
function problemResponses(route: RouteDefinition): Json {
  const codesByStatus = new Map<number, Set<string>>();
  for (const [code, status] of [...refusalStatuses(route), ...kitRefusals(route)]) {
    codesByStatus.set(status, (codesByStatus.get(status) ?? new Set()).add(code));
  }
  return Object.fromEntries([...codesByStatus].map(([status, codes]) => [status, problemResponse([...codes])]));
}

/** What every route of this kind may answer, whatever it does. */
function kitRefusals(route: RouteDefinition): (readonly [code: string, status: number])[] {
  const { access, params, query, body, rawBody, streamsBody, idempotent } = route;
  return [
    ...(params || query || body || idempotent ? [['invalid_request', 400] as const] : []),
    ...(access === 'public' ? [] : [['not_signed_in', 401] as const]),
    ...(typeof access === 'string' ? [] : [['not_allowed', 403] as const, ['not_found', 404] as const]),
    ...(isOfStaff(access) ? [['second_factor_required', 403] as const] : []),
    ...(body || rawBody ? [['too_large', 413] as const, ['unsupported_media_type', 415] as const] : []),
    ...(streamsBody ? [['too_large', 413] as const] : []),
    ...(idempotent ? [['request_in_progress', 409] as const, ['idempotency_key_reused', 422] as const] : []),
    ['internal', 500],
    ['unavailable', 503],
  ];
}

function isOfStaff(access: RouteDefinition['access']): boolean {
  return typeof access !== 'string' && access.some((role) => role !== 'learner' && role !== 'arbiter');
}

function problemResponse(codes: readonly string[]): Json {
  const schema = {
    allOf: [{ $ref: '#/components/schemas/Problem' }, { type: 'object', properties: { code: { enum: codes } } }],
  };
  return { description: codes.join(', '), content: { 'application/problem+json': { schema } } };
}

function fieldsOf(schema: z.ZodType | undefined): { properties: Record<string, unknown>; required: readonly string[] } {
  const { properties = {}, required = [] } = schema ? schemaOf(schema) : {};
  // JSON Schema says so of both.
  return { properties: properties as Record<string, unknown>, required: required as string[] };
}

/** As it stands on the wire, which is what a schema takes in (handlers return what their answer's schema takes in, too). */
function schemaOf(schema: z.ZodType): Json {
  const { $schema: _, ...json } = z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
    override({ jsonSchema }) {
      if (jsonSchema.format !== TIME_ZONE_FORMAT) return;
      for (const key of ['type', 'format', 'minLength', 'maxLength'] as const) delete jsonSchema[key];
      jsonSchema.$ref = TIME_ZONE;
    },
  });
  return json;
}
