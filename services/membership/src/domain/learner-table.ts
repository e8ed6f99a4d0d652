import { isAtMost } from '@daka/rules';

export const MOST_LINES = 2_000;
const MOST_NAME_CHARACTERS = 80;
const COLUMNS = {
  name: ['name', 'display name', '姓名', '名字', '昵称'],
  email: ['email', 'e-mail', 'mail', 'email address', '邮箱', '电子邮箱', '邮件', '邮箱地址'],
} as const;

export interface TableRow {
  /** From 1. */
  line: number;
  cells: readonly string[];
}
export interface Table {
  rows: readonly TableRow[];
  /** Lines that could not be read. */
  broken: readonly number[];
}
export interface ListedLearner {
  line: number;
  name: string;
  email: string;
}
export interface LineFault {
  line: number;
  column: 'line' | 'name' | 'email';
  why:
    | 'no_such_column'
    | 'missing'
    | 'not_valid'
    | 'too_long'
    | 'unreadable'
    | 'wrong_count'
    | 'bad_quote'
    | 'twice'
    | 'is_a_member'
    | 'too_many_lines';
  other: number | null;
}

/** What a name and an address must look like, as everywhere else. */
export interface Judges {
  /** Null: it is none. */
  nameOf(text: string): string | null;
  emailOf(text: string): string | null;
}

/** Who stands in a table, and everything that is wrong with it: all of it, in the order of its lines. */
export function readLearners(
  { rows, broken }: Table,
  judges: Judges,
): { learners: ListedLearner[]; faults: LineFault[] } {
  const [head, ...listed] = rows;
  const columns = columnsOf(head?.cells ?? []);
  const faults: LineFault[] = broken.map((line) => fault(line, 'line', 'bad_quote'));
  if (head === undefined || columns.name < 0 || columns.email < 0) {
    const missing = (['name', 'email'] as const).filter((column) => columns[column] < 0);
    return {
      learners: [],
      faults: [...missing.map((column) => fault(head?.line ?? 1, column, 'no_such_column')), ...faults],
    };
  }
  const tooMany = listed[MOST_LINES];
  if (tooMany !== undefined) return { learners: [], faults: [fault(tooMany.line, 'line', 'too_many_lines')] };

  const learners: ListedLearner[] = [];
  const firstLines = new Map<string, number>();
  for (const { line, cells } of listed) {
    if (cells.length !== head.cells.length) {
      faults.push(fault(line, 'line', 'wrong_count'));
      continue;
    }
    const name = judgedName(cells[columns.name] ?? '', judges);
    const email = judgedEmail(cells[columns.email] ?? '', judges);
    const earlier = 'ok' in email ? firstLines.get(email.ok) : undefined;
    if ('why' in name) faults.push(fault(line, 'name', name.why));
    if ('why' in email) faults.push(fault(line, 'email', email.why));
    else if (earlier !== undefined) faults.push(fault(line, 'email', 'twice', earlier));
    else firstLines.set(email.ok, line);
    if ('ok' in name && 'ok' in email && earlier === undefined) learners.push({ line, name: name.ok, email: email.ok });
  }
  return { learners, faults: inOrder(faults) };
}

/** Those who are members already cannot be invited once more. */
export function faultsOfMembers(learners: readonly ListedLearner[], numbers: ReadonlyMap<string, number>): LineFault[] {
  return learners.flatMap(({ line, email }) => {
    const number = numbers.get(email);
    return number === undefined ? [] : [fault(line, 'email', 'is_a_member', number)];
  });
}

export function inOrder(faults: readonly LineFault[]): LineFault[] {
  return [...faults].sort((one, other) => one.line - other.line);
}

function columnsOf(head: readonly string[]): Record<keyof typeof COLUMNS, number> {
  const names = head.map((cell) => cell.normalize('NFKC').trim().toLowerCase());
  const at = (column: keyof typeof COLUMNS) => names.findIndex((name) => COLUMNS[column].some((one) => one === name));
  return { name: at('name'), email: at('email') };
}

type Judged = { ok: string } | { why: LineFault['why'] };

function judgedName(cell: string, { nameOf }: Judges): Judged {
  if (cell === '') return { why: 'missing' };
  if (cell.includes('\uFFFD')) return { why: 'unreadable' };
  if (!isAtMost(cell, MOST_NAME_CHARACTERS)) return { why: 'too_long' };
  const ok = nameOf(cell);
  return ok === null ? { why: 'not_valid' } : { ok };
}

function judgedEmail(cell: string, { emailOf }: Judges): Judged {
  if (cell === '') return { why: 'missing' };
  const ok = emailOf(cell);
  return ok === null ? { why: 'not_valid' } : { ok };
}

function fault(
  line: number,
  column: LineFault['column'],
  why: LineFault['why'],
  other: number | null = null,
): LineFault {
  return { line, column, why, other };
}
