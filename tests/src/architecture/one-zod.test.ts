import { execFileSync } from 'node:child_process';
import { join, resolve } from 'node:path';

const root = resolve(__dirname, '../../..');

it.each(['rules', 'proof'])('has %s take the zod of who requires it: a second one is 10 MB of each process', (name) => {
  const code = `
    const zod = require('zod');
    const schemas = Object.values(require(process.argv[1])).filter((value) => value?._zod !== undefined);
    const others = schemas.filter((schema) => schema._zod.constr !== zod[schema._zod.constr.name]);
    process.stdout.write(JSON.stringify({ has: schemas.length > 0, others: others.length }));`;
  const built = join(root, 'packages', name, 'dist/index.js');
  const said = execFileSync(process.execPath, ['-e', code, built], { cwd: root, encoding: 'utf8' });
  expect(JSON.parse(said)).toEqual({ has: true, others: 0 });
});
