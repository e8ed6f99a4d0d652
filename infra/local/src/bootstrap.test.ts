import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { repositoryRoot } from './paths';
import { tempDir } from './testing/temp-dir';

const dir = tempDir();
let count = 0;

/** A clone with the bootstrap, a lock file that wants left-pad 1, and an npm that "installs" a compiler and our command. */
function freshClone(command = 'console.log("started", ...process.argv.slice(2))') {
  const clone = path.join(dir, `clone-${count++}`);
  const local = path.join(clone, 'infra', 'local');
  fs.mkdirSync(local, { recursive: true });
  fs.cpSync(path.join(repositoryRoot, 'infra/local/bootstrap.mjs'), path.join(local, 'bootstrap.mjs'));
  fs.cpSync(path.join(repositoryRoot, 'infra/local/bootstrap'), path.join(local, 'bootstrap'), { recursive: true });
  const npm = path.join(clone, 'npm-cli.js');
  fs.writeFileSync(
    npm,
    `
    const fs = require('node:fs');
    fs.appendFileSync('npm.log', process.argv.slice(2).join(' ') + '\\n');
    fs.mkdirSync('node_modules/typescript/bin', { recursive: true });
    fs.copyFileSync('package-lock.json', 'node_modules/.package-lock.json');
    fs.writeFileSync('node_modules/typescript/bin/tsc', ${JSON.stringify(compilerScript(command))});
    fs.mkdirSync('node_modules/vite/bin', { recursive: true });
    fs.writeFileSync('node_modules/vite/bin/vite.js', ${JSON.stringify(BUNDLER_SCRIPT)});
  `,
  );
  const write = (file: string, text: string) => fs.writeFileSync(path.join(clone, file), text);
  const lock = (version: string) =>
    write(
      'package-lock.json',
      JSON.stringify({
        packages: {
          '': {},
          'node_modules/left-pad': { version },
          'node_modules/@daka/local': { link: true },
          'node_modules/for-another-system': { version: '1.0.0', optional: true },
        },
      }),
    );
  lock('1.0.0');
  const { DAKA_FAILED_CHECKS: _, ...outside } = process.env; // of the CI run that this test may be part of
  const env = { ...outside, npm_execpath: npm };
  const args = (...more: string[]) => [path.join(local, 'bootstrap.mjs'), ...more];
  return {
    lock,
    write,
    env,
    args,
    text: (file: string) => fs.readFileSync(path.join(clone, file), 'utf8'),
    has: (file: string) => fs.existsSync(path.join(clone, file)),
    run: (...more: string[]) => spawnSync(process.execPath, args(...more), { encoding: 'utf8', env }),
    installs: () =>
      fs.existsSync(path.join(clone, 'npm.log'))
        ? fs.readFileSync(path.join(clone, 'npm.log'), 'utf8').split('\n').length - 1
        : 0,
  };
}

const BUNDLER_SCRIPT = `
  const fs = require('node:fs');
  fs.mkdirSync('services/web/dist/app/.vite', { recursive: true });
  fs.writeFileSync('services/web/dist/app/.vite/manifest.json', '{}');
  fs.appendFileSync('bundled', '.');
`;

const compilerScript = (command: string) => `
  const fs = require('node:fs');
  if (fs.existsSync('broken')) { console.log('a.ts: error TS1'); process.exit(2); }
  fs.mkdirSync('infra/local/dist/commands', { recursive: true });
  fs.writeFileSync('infra/local/dist/index.js', '');
  fs.writeFileSync('infra/local/dist/commands/start.js', ${JSON.stringify(command)});
`;

it('installs and builds on a fresh clone, and only the command writes to stdout', () => {
  const { stdout, stderr, status } = freshClone().run('start', '--empty');
  expect({ stdout, stderr, status }).toEqual({
    stdout: 'started --empty\n',
    stderr: 'Installing dependencies ...\nBuilding ...\n',
    status: 0,
  });
});

it('bundles the browser app, and again only when something that it is made of is newer', () => {
  const clone = freshClone();
  clone.run('start');
  clone.run('start');
  expect(clone.text('bundled')).toBe('.');
  clone.lock('1.0.1');
  clone.run('start');
  expect(clone.text('bundled')).toBe('..');
});

it('installs again only when the lock file wants other versions', () => {
  const clone = freshClone();
  clone.run('start');
  expect(clone.run('start').stderr).toBe('');
  expect(clone.installs()).toBe(1);
  clone.lock('1.0.1');
  clone.run('start');
  expect(clone.installs()).toBe(2);
});

it('passes the exit code of the command on', () => {
  expect(freshClone('process.exit(7)').run('start').status).toBe(7);
});

it('passes SIGTERM on, and waits for the command to end by itself', async () => {
  const clone = freshClone(
    'process.on("SIGTERM", () => { console.log("stopping"); process.exit(0); }); console.log("up"); setInterval(() => {}, 1000)',
  );
  const child = spawn(process.execPath, clone.args('start'), { env: clone.env, stdio: ['ignore', 'pipe', 'ignore'] });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString();
    if (chunk.toString().includes('up')) child.kill('SIGTERM');
  });
  const [code] = await once(child, 'exit');
  expect({ code, output }).toEqual({ code: 0, output: 'up\nstopping\n' });
});

it("shows the compiler's message when the sources do not compile, and ends with it", () => {
  const clone = freshClone();
  clone.write('broken', '');
  const { stdout, stderr, status } = clone.run('start');
  expect(stdout).toBe('');
  expect(stderr).toContain('a.ts: error TS1\nThe sources do not compile; see the lines above.\n');
  expect(status).toBe(2);
});

it('ends a test run with its summary line even when nothing could run', () => {
  const broken = freshClone();
  broken.write('broken', '');
  expect(broken.run('test')).toMatchObject({ stdout: '0 passed, 1 failed\n', status: 2 });

  const damaged = freshClone();
  damaged.write('package-lock.json', '{');
  expect(damaged.run('test')).toMatchObject({
    stdout: '0 passed, 1 failed\n',
    stderr: 'package-lock.json is missing or damaged.\n',
    status: 1,
  });
});

it('names its commands when it is given another', () => {
  const { stderr, status } = freshClone().run('begin');
  expect(stderr).toBe(
    'Usage: node infra/local/bootstrap.mjs start|bench|replay|chaos|evaluate|verify|ledger:verify|reconcile|rotate-keys|remove-second-factor|end-sign-ins|republish|parked|mutants|fuzz|model|generate|test|check [arguments]\n',
  );
  expect(status).toBe(2);
});

it('ends the command when npm is killed outright', async () => {
  const clone = freshClone(
    'process.on("SIGTERM", () => { require("node:fs").writeFileSync("ended", ""); process.exit(0); }); console.log("up"); setInterval(() => {}, 1000)',
  );
  const npm = spawn(
    process.execPath,
    [
      '-e',
      'require("node:child_process").spawn(process.execPath, process.argv.slice(1), { stdio: "inherit" })',
      ...clone.args('start'),
    ],
    { env: { ...clone.env, npm_lifecycle_event: 'start' }, stdio: ['ignore', 'pipe', 'ignore'] },
  );
  await once(npm.stdout, 'data');
  npm.kill('SIGKILL');
  await once(npm.stdout, 'end');
  expect(clone.has('ended')).toBe(true);
});
