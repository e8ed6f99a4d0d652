import { Problem } from '@daka/contracts';
import { z } from 'zod';
import type { Refusals, RouteDefinition } from './route';

type Json = Record<string, unknown>;

/** The OpenAPI 3.1 document of a service, from its routes alone. */
export function openApiDocument({ service, version, routes }: { service: string; version: string; routes: readonly RouteDefinition[] }): Json {
  const paths: Record<string, Json> = {};
  for (const route of routes) {
    const path = route.path.replaceAll(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method]: operation(service, route) };
  }
  return {
    openapi: '3.1.0',
    info: { title: `Daka ${service}`, version, license: { name: 'MIT', identifier: 'MIT' } },
    servers: [{ url: `/api/${service}` }],
    paths,
    components: {
      schemas: { Problem: schemaOf(Problem, 'output') },
      securitySchemes: { accessToken: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
    },
  };
}

function operation(service: string, route: RouteDefinition): Json {
  const roles = Array.isArray(route.access) ? `Roles: ${route.access.join(', ')}.` : '';
  return {
    operationId: `${service}_${route.method}_${route.path.replaceAll(/\W+/g, '_').replaceAll(/^_|_$/g, '')}`,
    summary: route.summary,
    ...(roles ? { description: roles } : {}),
    ...(route.access === 'public' ? {} : { security: [{ accessToken: [] }] }),
    parameters: parameters(route),
    ...(route.body ? { requestBody: { required: true, content: { 'application/json': { schema: schemaOf(route.body, 'input') } } } } : {}),
    ...(route.rawBody ? { requestBody: { required: true, content: { 'application/json': { schema: {} } } } } : {}),
    responses: responses(route),
  };
}

function parameters(route: RouteDefinition): Json[] {
  const inPath = [...route.path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name, in: 'path', required: true, schema: propertyOf(route.params, String(name)),
  }));
  const query = route.query ? (schemaOf(route.query, 'input') as { properties?: Record<string, Json> }).properties : undefined;
  const inQuery = Object.entries(query ?? {}).map(([name, schema]) => ({ name, in: 'query', required: false, schema }));
  const key = route.idempotent ? [{ name: 'Idempotency-Key', in: 'header', required: false, schema: { type: 'string', maxLength: 200 } }] : [];
  return [...inPath, ...inQuery, ...key];
}

function propertyOf(schema: z.ZodType | undefined, name: string): Json {
  const properties = schema && (schemaOf(schema, 'input') as { properties?: Record<string, Json> }).properties;
  return properties?.[name] ?? { type: 'string' };
}

function responses(route: RouteDefinition): Json {
  const own = Object.entries(route.answers).map(([status, answer]) => {
    if (answer && 'refusals' in answer) return [status, problemResponse((answer as Refusals).refusals)];
    const content = answer ? { content: { 'application/json': { schema: schemaOf(answer as z.ZodType, 'output') } } } : {};
    return [status, { description: 'Done', ...content }];
  });
  return { ...standardProblems(route), ...mergeProblems(route, Object.fromEntries(own) as Record<string, Json>) };
}

/** What every route of this kind may answer, whatever it does. */
function standardCodes(route: RouteDefinition): Record<string, string[]> {
  return {
    ...(route.params || route.query || route.body ? { 400: ['invalid_request'] } : {}),
    ...(route.access === 'public' ? {} : { 401: ['not_signed_in'] }),
    ...(Array.isArray(route.access) ? { 403: ['not_allowed'], 404: ['not_found'] } : {}),
    ...(route.idempotent ? { 409: ['request_in_progress'], 422: ['idempotency_key_reused'] } : {}),
  };
}

function standardProblems(route: RouteDefinition): Json {
  return Object.fromEntries(Object.entries(standardCodes(route)).map(([status, codes]) => [status, problemResponse(codes)]));
}

function mergeProblems(route: RouteDefinition, own: Record<string, Json>): Json {
  const standard = standardCodes(route);
  return Object.fromEntries(
    Object.entries(own).map(([status, response]) => {
      const answer = route.answers[Number(status)];
      const codes = answer && 'refusals' in answer ? [...(answer as Refusals).refusals, ...(standard[status] ?? [])] : null;
      return [status, codes ? problemResponse(codes) : response];
    }),
  );
}

function problemResponse(codes: readonly string[]): Json {
  return {
    description: codes.join(', '),
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  };
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return json;
}
