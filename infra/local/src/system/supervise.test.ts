import fs from 'node:fs';
import path from 'node:path';
import type { Program } from '../parts/program';
import { spawnLogged } from '../process/logged-child';
import { isAlive } from '../process/pid-file';
import { tempDir } from '../testing/temp-dir';
import { supervise, type Supervised, type SuperviseOptions } from './supervise';

const dir = tempDir();
const running: Supervised[] = [];
afterAll(() => Promise.all(running.map((part) => part.stop())));

/** A Node program that notes each start in a file and then runs the given script. */
function program(name: string, script = 'setInterval(() => {}, 1000)'): Program & { starts(): number } {
  const notes = path.join(dir, `${name}.starts`);
  const starts = () => (fs.existsSync(notes) ? fs.readFileSync(notes, 'utf8').length : 0);
  let wanted = 0;
  return {
    name,
    starts,
    spawn: () => {
      wanted = starts() + 1;
      const note = `const NOTES = ${JSON.stringify(notes)}; require('node:fs').appendFileSync(NOTES, 'x');`;
      return spawnLogged({
        command: process.execPath,
        args: ['-e', `${note}${script}`],
        logFile: path.join(dir, `${name}.log`),
      });
    },
    ready: async () => starts() >= wanted,
  };
}

async function run(what: Program, options: Partial<SuperviseOptions> = {}): Promise<Supervised> {
  const part = await supervise(what, {
    log: () => undefined,
    restart: true,
    maxRestarts: 5,
    onGivenUp: () => undefined,
    ...options,
  });
  running.push(part);
  return part;
}

it('brings back what was killed, and counts it', async () => {
  const dummy = program('dummy');
  const part = await run(dummy);
  const firstPid = part.pid();

  await part.signal('SIGKILL');
  await part.untilReady();

  expect(part.pid()).not.toBe(firstPid);
  expect(part.pid()).not.toBeNull();
  expect(part.restarts()).toBe(1);
  expect(dummy.starts()).toBe(2);
});

it('leaves dead what it was told not to restart', async () => {
  const part = await run(program('once'), { restart: false });
  await part.signal('SIGKILL');
  await part.untilReady();
  expect(part.pid()).toBeNull();
});

it('gives up on what dies again and again, once, and says where its log is', async () => {
  const lines: string[] = [];
  const givenUp: string[] = [];
  const gone = new Promise<void>((resolve) => {
    void run(program('doomed', 'setTimeout(() => process.exit(3), 20)'), {
      maxRestarts: 2,
      log: (line) => lines.push(line),
      onGivenUp: (name) => {
        givenUp.push(name);
        resolve();
      },
    });
  });
  await gone;
  await new Promise((resolve) => setImmediate(resolve));
  expect(givenUp).toEqual(['doomed']);
  expect(lines.at(-1)).toMatch(
    /^doomed died more than 2 times within a minute \(exit code 3\); giving up\. Its log: .*doomed\.log$/,
  );
});

it('shows the end of the log when the first start fails, and leaves no process behind', async () => {
  const failing = {
    ...program('failing', 'console.error("no such setting"); process.exit(2)'),
    ready: async () => false,
  };
  await expect(run(failing)).rejects.toThrow(
    /failing ended while starting\. The end of .*failing\.log:\nno such setting/,
  );
  expect(failing.starts()).toBe(1);
});

it('tries a first start again that ended for another reason, but not for ever', async () => {
  const lines: string[] = [];
  const slow = program(
    'slow',
    'if (require("node:fs").readFileSync(NOTES).length < 2) process.exit(1); setInterval(() => {}, 1000)',
  );
  await run({ ...slow, ready: async () => slow.starts() >= 2 }, { log: (line) => lines.push(line) });
  expect(lines).toEqual(['slow ended while starting (exit code 1), starting it again']);

  const hopeless = program('hopeless', 'process.exit(1)');
  await expect(run({ ...hopeless, ready: async () => false })).rejects.toThrow('hopeless ended while starting');
  expect(hopeless.starts()).toBe(3);
});

it('stops what ignores SIGTERM only until its grace is over', async () => {
  const child = await spawnLogged({
    command: process.execPath,
    args: ['-e', 'process.on("SIGTERM", () => {}); console.log("up"); setInterval(() => {}, 1000)'],
    logFile: path.join(dir, 'stubborn.log'),
  });
  while (!fs.readFileSync(child.logFile, 'utf8').includes('up'))
    await new Promise((resolve) => setTimeout(resolve, 10));
  expect(await child.stop(100)).toEqual({ code: null, signal: 'SIGKILL' });
  expect(isAlive(child.pid)).toBe(false);
});

it('stops while a restart is due, and starts nothing afterwards', async () => {
  const dummy = program('stopped');
  const part = await run(dummy);
  await part.signal('SIGKILL');
  await part.stop();
  await part.untilReady();
  expect(part.pid()).toBeNull();
  expect(dummy.starts()).toBe(1);
});
