import Ajv2020, { type AnySchema } from 'ajv/dist/2020';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { jarRoutes } from './app.fixture';
import { openApiDocument } from './openapi';

const document = openApiDocument({ service: 'jars', version: '1.2.3', routes: jarRoutes });

/** The OpenAPI 3.1 schema that the validator package ships; the package itself is an ES module, which jest does not load. */
function validator() {
  const entry = createRequire(__filename).resolve('@seriousme/openapi-schema-validator/package.json');
  const schema = JSON.parse(
    fs.readFileSync(path.join(path.dirname(entry), 'schemas/v3.1/schema.json'), 'utf8'),
  ) as AnySchema;
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  return ajv.compile(schema);
}

it('is valid OpenAPI 3.1, and the check can fail', () => {
  const validate = validator();
  expect(validate(document)).toBe(true);
  expect(validate({ ...document, info: {} })).toBe(false);
});

it('says of each route what it takes, who may and what it answers', () => {
  expect(document).toMatchObject({
    info: { title: 'Daka jars', version: '1.2.3' },
    paths: {
      '/jars/{jarId}': {
        get: {
          parameters: [
            { name: 'jarId', in: 'path', required: true, schema: { format: 'uuid' } },
            { name: 'limit', in: 'query', required: false },
          ],
        },
        delete: { responses: { 204: { description: 'Done' } } },
      },
      '/jars/{jarId}/coins': {
        post: {
          description: 'Roles: owner.',
          security: [{ accessToken: [] }],
          parameters: [{ name: 'jarId' }, { name: 'Idempotency-Key', in: 'header' }],
          requestBody: {
            required: true,
            content: { 'application/json': { schema: { required: ['coins'], additionalProperties: false } } },
          },
          responses: {
            201: { content: { 'application/json': { schema: { properties: { coins: { type: 'integer' } } } } } },
            400: { description: 'invalid_request' },
            401: { description: 'not_signed_in' },
            403: { description: 'not_allowed, second_factor_required' },
            404: { description: 'not_found' },
            409: { description: 'jar_full, request_in_progress' },
            422: { description: 'idempotency_key_reused' },
          },
        },
      },
      '/public': { post: { security: [], requestBody: { required: false } } },
    },
  });
});

it('gives every operation an id of its own', () => {
  const operations = Object.values(document.paths as Record<string, Record<string, { operationId: string }>>).flatMap(
    (path) => Object.values(path),
  );
  expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(jarRoutes.length);
});
