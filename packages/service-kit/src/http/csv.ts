import type { Response } from 'express';
import { sendDownload } from './download';
import type { ANSWERED } from './route';

/** Text is made inert where a table would calculate it; numbers are written as they are. Null is an empty cell. */
export type CsvCell = string | number | Decimal | null;

/** A number whose decimals all stand there, such as "-0.50". */
export interface Decimal {
  decimal: string;
}

/** What tables take for the beginning of a formula, also behind space, and in the width of Chinese letters; and our own mark. */
const CALCULATED = /^\s*[=+\-@\t\r\n'＝＋－＠]/u;
/** Excel reads UTF-8 only where this stands first. */
const BOM = '\uFEFF';

/** One line as RFC 4180 has it, with its end. */
export function csvLine(cells: readonly CsvCell[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

/** Text is always in quotes: where a table parts cells at semicolons, it still is one cell. What would be a formula gets a ' before it. */
function csvCell(cell: CsvCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  if (typeof cell === 'object') return cell.decimal;
  const inert = CALCULATED.test(cell) ? `'${cell}` : cell;
  return `"${inert.replaceAll('"', '""')}"`;
}

/** An amount in minor units as a decimal that loses nothing. @throws for what is no whole number. */
export function decimalOf(amountMinor: number, digits: number): Decimal {
  if (!Number.isSafeInteger(amountMinor)) throw new Error(`${amountMinor} is no amount in minor units`);
  const all = String(Math.abs(amountMinor)).padStart(digits + 1, '0');
  const text = digits === 0 ? all : `${all.slice(0, -digits)}.${all.slice(-digits)}`;
  return { decimal: amountMinor < 0 ? `-${text}` : text };
}

interface CsvFile {
  /** Of letters, digits, dots and hyphens. */
  name: string;
  columns: readonly string[];
  /** Line by line as the reader takes them; nothing is collected. */
  rows: AsyncIterable<readonly CsvCell[]>;
  /** Told where rows end too early; the reader's connection is cut, so that half a file is not taken for a whole one. */
  onError(error: unknown): void;
}

/** Answers with a table as a file that nobody keeps on the way, see `sendDownload`. */
export function sendCsv(res: Response, { name, columns, rows, onError }: CsvFile): Promise<typeof ANSWERED> {
  return sendDownload(res, {
    name,
    mediaType: 'text/csv; charset=utf-8; header=present',
    pieces: linesOf(columns, rows),
    onError,
  });
}

async function* linesOf(columns: readonly string[], rows: AsyncIterable<readonly CsvCell[]>): AsyncGenerator<string> {
  let head = BOM + csvLine(columns);
  for await (const row of rows) {
    yield head + csvLine(row);
    head = '';
  }
  if (head !== '') yield head;
}
