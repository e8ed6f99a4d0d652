import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { z } from 'zod';

/** A page of the browser app and the most JavaScript that opening it cold may cost, gzipped: what it needs to show, without what it fetches later. */
export interface PageBudget {
  page: string;
  budgetBytes: number;
}

export interface MeasuredPage extends PageBudget {
  bytes: number;
  /** What must not be in it, and is. */
  found: string[];
}

export const pages: readonly PageBudget[] = [
  { page: 'today', budgetBytes: 165_000 },
  { page: 'days', budgetBytes: 166_000 },
  { page: 'money', budgetBytes: 166_000 },
  { page: 'homework', budgetBytes: 165_000 },
  { page: 'assignment', budgetBytes: 166_000 },
  { page: 'make-up', budgetBytes: 165_000 },
  { page: 'leave', budgetBytes: 166_000 },
  { page: 'appeals', budgetBytes: 165_000 },
  { page: 'appeal', budgetBytes: 165_000 },
  { page: 'decisions', budgetBytes: 165_000 },
  { page: 'cohort-decisions', budgetBytes: 180_000 },
  { page: 'arbiter', budgetBytes: 180_000 },
  { page: 'certificate', budgetBytes: 165_000 },
  { page: 'quit', budgetBytes: 165_000 },
  { page: 'proof', budgetBytes: 165_000 },
  { page: 'record', budgetBytes: 165_000 },
  { page: 'account', budgetBytes: 166_000 },
  { page: 'more', budgetBytes: 165_000 },
  { page: 'join', budgetBytes: 166_000 },
  { page: 'enrolment', budgetBytes: 165_000 },
  { page: 'cohorts', budgetBytes: 165_000 },
  { page: 'cohort', budgetBytes: 195_000 },
  { page: 'sign-in', budgetBytes: 165_000 },
  { page: 'sign-up', budgetBytes: 165_000 },
  { page: 'confirm-sign-up', budgetBytes: 165_000 },
  { page: 'confirm-email', budgetBytes: 165_000 },
  { page: 'confirm', budgetBytes: 165_000 },
  { page: 'forgot-password', budgetBytes: 165_000 },
  { page: 'reset-password', budgetBytes: 165_000 },
  { page: 'invitations', budgetBytes: 165_000 },
  { page: 'invited', budgetBytes: 165_000 },
  { page: 'import', budgetBytes: 180_000 },
  { page: 'queue', budgetBytes: 189_000 },
  { page: 'entries', budgetBytes: 187_000 },
  { page: 'assignments', budgetBytes: 215_000 },
  { page: 'members', budgetBytes: 180_000 },
  { page: 'member', budgetBytes: 180_000 },
  { page: 'class', budgetBytes: 181_000 },
  { page: 'requests', budgetBytes: 180_000 },
  { page: 'cohort-money', budgetBytes: 181_000 },
  { page: 'staff', budgetBytes: 180_000 },
  { page: 'organisations', budgetBytes: 180_000 },
  { page: 'organisation-money', budgetBytes: 180_000 },
  { page: 'builder', budgetBytes: 240_000 },
  { page: 'settings', budgetBytes: 200_000 },
  { page: 'second-factor', budgetBytes: 170_000 },
  { page: 'my-data', budgetBytes: 167_000 },
  { page: 'my-acts', budgetBytes: 165_000 },
  { page: 'organisation-acts', budgetBytes: 165_000 },
  { page: 'acts', budgetBytes: 165_000 },
];

/** Pages of those who run a class, with texts of their own: opened once in the morning and kept open, they may weigh a little more. */
const AT_WORK: readonly string[] = [
  'members',
  'member',
  'class',
  'requests',
  'cohort-money',
  'staff',
  'organisations',
  'organisation-money',
  'builder',
  'settings',
  'import',
  'cohort-decisions',
  'arbiter',
  'queue',
  'entries',
  'assignments',
];

/** With texts that no other page has: the names of all acts, and what one seldom does with an account. */
const APART: Readonly<Record<string, readonly string[]>> = {
  'acts-zh-CN': ['my-acts', 'organisation-acts', 'acts'],
  'account-zh-CN': ['second-factor', 'my-data'],
  'invited-zh-CN': ['invited'],
  'desk-zh-CN': ['queue', 'entries'],
  'tasks-zh-CN': ['assignments'],
};

/** Schemas and time zones: pages get parsed data and compiled plans. Names that survive minifying. */
const NEVER: Readonly<Record<string, RegExp>> = { zod: /ZodError|\$ZodType/, temporal: /Temporal\.ZonedDateTime/ };
/** The offer shows what days are worth, for which it compiles a plan; the builder reads what was typed by the policy's own schema as well; settings show when enrolment ended. */
const MAY: Readonly<Record<string, readonly string[]>> = {
  cohort: ['temporal'],
  builder: ['temporal', 'zod'],
  settings: ['temporal'],
  assignments: ['temporal'],
};

const Manifest = z.record(
  z.string(),
  z.object({ file: z.string(), isEntry: z.boolean().optional(), imports: z.array(z.string()).optional() }),
);
type Manifest = z.infer<typeof Manifest>;

/** What each page of the built app costs, by the bundler's own list of chunks. @throws when it was not built. */
export function measurePages(appDir: string): MeasuredPage[] {
  const file = join(appDir, '.vite/manifest.json');
  if (!existsSync(file)) throw new Error('the browser app has not been built');
  const manifest = Manifest.parse(JSON.parse(readFileSync(file, 'utf8')));
  return pages.map((budget) => {
    const sources = [...scriptsOf(manifest, budget.page)].map((script) => readFileSync(join(appDir, script)));
    const bytes = sources.reduce((sum, source) => sum + gzipSync(source, { level: 9 }).length, 0);
    const code = Buffer.concat(sources).toString('utf8');
    const found = Object.keys(NEVER).filter((name) => NEVER[name]?.test(code) && !MAY[budget.page]?.includes(name));
    return { ...budget, bytes, found };
  });
}

/** The scripts of a page: the app's entry, one language, and the page's own, each with all that it imports. */
function scriptsOf(manifest: Manifest, page: string): Set<string> {
  const scripts = new Set<string>();
  const take = (key: string): void => {
    const chunk = manifest[key];
    if (chunk === undefined) throw new Error(`the built app has no ${key}`);
    if (scripts.has(chunk.file)) return;
    scripts.add(chunk.file);
    chunk.imports?.forEach(take);
  };
  ['index.html', 'texts/zh-CN.json', `routes/${page}/page.tsx`].forEach(take);
  if (AT_WORK.includes(page)) take('texts/work-zh-CN.json');
  for (const [catalogue, those] of Object.entries(APART)) if (those.includes(page)) take(`texts/${catalogue}.json`);
  if (page === 'cohort') take('features/worth/miss-a-day.tsx');
  return scripts;
}
