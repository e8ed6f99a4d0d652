import { existsSync } from 'node:fs';
import fs from 'node:fs/promises';
import path from 'node:path';
import { OperatorProblem } from '../problem';
import { runCommand } from '../process/run-command';
import { fetchOnce } from './fetch-once';
import { lastLine, type FindOptions } from './find-mongod';

const CHROMIUM = '@sparticuz/chromium@147.0.1';
/** A machine without a browser seldom has Chinese letters either. */
const FONT = '@expo-google-fonts/noto-sans-sc@0.4.3';
const FETCH_TIMEOUT_MS = 600_000;
const UNPACK_TIMEOUT_MS = 60_000;

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
/** Where macOS keeps them, which has them on no PATH. */
const APPLICATIONS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

export interface FoundBrowser {
  executablePath: string;
  /** What it needs of its environment beside that of the machine. */
  env: Record<string, string>;
  source: 'given' | 'installed' | 'fetched';
}

/** The Chrome or Chromium of CHROME_BIN, an installed one, else one fetched once into the cache with a Chinese font. */
export async function findBrowser({ cacheDir, env, log }: FindOptions): Promise<FoundBrowser> {
  const given = env['CHROME_BIN'];
  if (given) {
    if (!existsSync(given)) throw new OperatorProblem(`CHROME_BIN names ${given}, which is not there.`);
    return { executablePath: given, env: {}, source: 'given' };
  }
  const installed = installedBrowser(env);
  if (installed !== undefined) return { executablePath: installed, env: {}, source: 'installed' };

  const dir = path.join(cacheDir, 'chromium-147');
  await fetchOnce({
    title: 'Chromium 147',
    sizeMb: 160,
    neededMb: 700,
    dir,
    log,
    fill: (staging) => fetchWithNpm(staging, env),
  });
  return {
    executablePath: await unpackedBrowser(dir, env),
    env: { FONTCONFIG_FILE: path.join(dir, 'fonts.conf') },
    source: 'fetched',
  };
}

function installedBrowser(env: NodeJS.ProcessEnv): string | undefined {
  const dirs = (env['PATH'] ?? '').split(path.delimiter).filter(Boolean);
  return [...NAMES.flatMap((name) => dirs.map((dir) => path.join(dir, name))), ...APPLICATIONS].find((place) =>
    existsSync(place),
  );
}

async function fetchWithNpm(staging: string, env: NodeJS.ProcessEnv): Promise<void> {
  await fs.writeFile(path.join(staging, 'package.json'), '{ "private": true }\n');
  const args = ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error', CHROMIUM, FONT];
  const { code, output } = await runCommand('npm', args, { cwd: staging, env, timeoutMs: FETCH_TIMEOUT_MS });
  if (code === null)
    throw new OperatorProblem('No Chrome or Chromium is installed, and npm is missing to fetch one. Set CHROME_BIN.');
  if (code !== 0)
    throw new OperatorProblem(
      `Fetching Chromium failed (${lastLine(output)}). Check the network, or install Chrome or Chromium.`,
    );
  await fs.writeFile(path.join(staging, 'fonts.conf'), FONTS);
}

/** Beside the packages it names, wherever the folder lies. */
const FONTS = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">node_modules/@expo-google-fonts/noto-sans-sc</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`;

/** The package holds the browser compressed and unpacks it into the temporary folder; it is an ES module, hence a process of its own. */
async function unpackedBrowser(dir: string, env: NodeJS.ProcessEnv): Promise<string> {
  const code = "import chromium from '@sparticuz/chromium'; process.stdout.write(await chromium.executablePath());";
  const { code: exitCode, output } = await runCommand(process.execPath, ['--input-type=module', '-e', code], {
    cwd: dir,
    env,
    timeoutMs: UNPACK_TIMEOUT_MS,
  });
  if (exitCode !== 0) throw new OperatorProblem(`Chromium cannot be unpacked: ${lastLine(output)}`);
  return output.trim();
}
