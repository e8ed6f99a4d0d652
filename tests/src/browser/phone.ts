import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { dakaDir, findBrowser } from '@daka/local';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';

/** What a headless browser in a test needs to be quiet, and to run as whoever runs the tests. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const PATIENCE_MS = 20_000;

/** A microphone that beeps, which every page is given that asks for one. */
export const FAKE_MICROPHONE = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'];

/** The installed Chrome or Chromium, or one fetched once. */
export async function launchBrowser(flags: readonly string[] = []): Promise<Browser> {
  const { executablePath, env } = await findBrowser({
    cacheDir: join(dakaDir, 'cache'),
    env: process.env,
    log: (line) => process.stderr.write(`${line}\n`),
  });
  return chromium.launch({ executablePath, args: [...FLAGS, ...flags], env: { ...machineEnvironment(), ...env } });
}

function machineEnvironment(): Record<string, string> {
  return Object.fromEntries(Object.entries(process.env).filter((pair): pair is [string, string] => !!pair[1]));
}

export interface PhoneOptions {
  origin: string;
  language?: 'zh-CN' | 'en';
  theme?: 'light' | 'dark';
  width?: number;
  timeZone?: string;
  userAgent?: string;
  /** Whether the app may start without a network. Most browsers inside other apps have no service workers, so all must work without. */
  serviceWorker?: boolean;
  signIn?: { email: string; password: string };
}

/** A browser of its own on a phone, signed in where asked for; `violations` are those of the content security policy, `failures` what scripts threw. */
export interface Phone {
  context: BrowserContext;
  page: Page;
  violations: string[];
  failures: string[];
  /** Opens one of our pages and waits until it is quiet. */
  open(path: string): Promise<void>;
  close(): Promise<void>;
}

export async function takePhone(
  browser: Browser,
  {
    origin,
    language = 'zh-CN',
    theme = 'light',
    width = 390,
    timeZone = 'Asia/Shanghai',
    userAgent,
    serviceWorker = false,
    signIn,
  }: PhoneOptions,
): Promise<Phone> {
  const context = await browser.newContext({
    baseURL: origin,
    viewport: { width, height: 844 },
    locale: language,
    timezoneId: timeZone,
    colorScheme: theme,
    reducedMotion: 'reduce',
    serviceWorkers: serviceWorker ? 'allow' : 'block',
    ...(userAgent !== undefined && { userAgent }),
  });
  context.setDefaultTimeout(PATIENCE_MS);
  if (signIn !== undefined) {
    const answer = await context.request.post('/api/session', { data: signIn, headers: { origin } });
    if (!answer.ok()) throw new Error(`signing in answered ${answer.status()}`);
  }
  const page = await context.newPage();
  const violations: string[] = [];
  const failures: string[] = [];
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) violations.push(message.text());
  });
  page.on('pageerror', (error) => failures.push(error.message));
  return {
    context,
    page,
    violations,
    failures,
    async open(path) {
      await page.goto(path);
      await page.waitForLoadState('networkidle');
      await page.locator('h1').waitFor();
    },
    close: () => context.close(),
  };
}

/** What axe finds on the page as it is now, a line each. */
export async function axeFaults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
}

/** Pays on the processor's page, or does what else its buttons offer. */
export async function atTheProcessor(page: Page, button: 'pay' | 'decline' | 'abandon'): Promise<void> {
  await page.locator(`button[formaction$="/${button}"]`).click();
}
