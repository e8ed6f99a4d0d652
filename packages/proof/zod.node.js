import { createRequire } from 'node:module';

// The services load zod by `require`. As an ES module it would be there a second time, and imported from CommonJS Node would read it with
// WebAssembly: either is 8 to 10 MB in every process. So here it is required too; browsers get zod as it is. What this package uses of it:
const zod = createRequire(import.meta.url)('zod');
const enumeration = zod.enum;
export { enumeration as enum };
export const { array, boolean, discriminatedUnion, int, iso, literal, object, string, uuid } = zod;
