// Types of the services' HTTP interfaces for the browser app: one OpenAPI document on the standard input, TypeScript on the standard output.
// A program of its own in a workspace of its own, because the generator runs on TypeScript 5 only.
import openapiTypes, { astToString } from 'openapi-typescript';

const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const document = JSON.parse(Buffer.concat(chunks).toString('utf8'));
process.stdout.write(astToString(await openapiTypes(document, { alphabetize: true })));
