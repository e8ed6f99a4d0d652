import fs from 'node:fs';
import path from 'node:path';
import { Failure, progress, root, runChild } from './child.mjs';

const MIN_NODE = [20, 19];

/** One clear line on a Node that is too old for the code that follows. */
export function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > MIN_NODE[0] || (major === MIN_NODE[0] && minor >= MIN_NODE[1])) return;
  throw new Failure(`Node ${MIN_NODE.join('.')} or later is needed; this is ${process.versions.node}.`);
}

/** Installs when node_modules is missing or holds other versions than package-lock.json names. */
export async function installIfNeeded() {
  if (isInstalled()) return;
  progress('Installing dependencies ...');
  const npmArgs = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = process.env.npm_execpath;
  const code = await (npm?.endsWith('.js')
    ? runChild(process.execPath, [npm, ...npmArgs], { quiet: true })
    : runChild('npm', npmArgs, { quiet: true }));
  if (code !== 0)
    throw new Failure(
      'Installing the dependencies failed; see the lines above. Check the network and the disk space, then try again.',
      code,
    );
}

/** Compiles what has changed since the last build; quick when nothing has. Throws when the sources do not compile. */
export async function build(workspaces = ['.']) {
  const code = await compile(workspaces);
  if (code !== 0) throw new Failure('The sources do not compile; see the lines above.', code);
  if (!workspaces.includes('.') && !workspaces.includes('services/web')) return;
  const appCode = await buildApp();
  if (appCode !== 0) throw new Failure('The browser app cannot be built; see the lines above.', appCode);
}

const APP = 'services/web/dist/app';
/** What the built app is made of: its sources, and the packages that it takes in. */
const APP_PARTS = [
  'services/web/app',
  'services/web/vite.config.mts',
  'packages/rules/dist',
  'packages/proof/dist',
  'package-lock.json',
];

/** Bundles the browser app unless the last bundle is newer than everything that it is made of; answers vite's exit code. */
export async function buildApp() {
  const built = newestMs(path.join(root, APP, '.vite/manifest.json'));
  if (built > Math.max(...APP_PARTS.map((part) => newestMs(path.join(root, part))))) return 0;
  const web = path.join(root, 'services/web');
  return runChild(
    process.execPath,
    [
      path.join(root, 'node_modules/vite/bin/vite.js'),
      'build',
      '--config',
      path.join(web, 'vite.config.mts'),
      '--logLevel',
      'warn',
    ],
    { quiet: true },
  );
}

/** When the newest file there was written; 0: there is none. */
function newestMs(place) {
  const stat = fs.statSync(place, { throwIfNoEntry: false });
  if (!stat?.isDirectory()) return stat?.mtimeMs ?? 0;
  return Math.max(0, ...fs.readdirSync(place).map((name) => newestMs(path.join(place, name))));
}

/** The same, answering the compiler's exit code. */
export async function compile(workspaces = ['.']) {
  if (!fs.existsSync(path.join(root, 'infra/local/dist/index.js'))) progress('Building ...');
  return runChild(
    process.execPath,
    [path.join(root, 'node_modules/typescript/bin/tsc'), '-b', ...workspaces.map((name) => path.join(root, name))],
    { quiet: true },
  );
}

function isInstalled() {
  const wanted = readPackages(path.join(root, 'package-lock.json'));
  const present = readPackages(path.join(root, 'node_modules/.package-lock.json'));
  if (!wanted) throw new Failure('package-lock.json is missing or damaged.');
  if (!present) return false;
  return Object.entries(wanted).every(
    ([place, { version, optional, link }]) =>
      !place.startsWith('node_modules/') ||
      optional ||
      (present[place] && (link || present[place].version === version)),
  );
}

function readPackages(file) {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8')).packages;
  } catch {
    return null;
  }
}
