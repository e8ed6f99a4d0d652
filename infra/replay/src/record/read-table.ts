import { CsvError, parse } from 'csv-parse/sync';
import { BadRecord } from './bad-record';
import { readText } from './read-text';

export interface Cell {
  text: string;
  /** Refuses this cell: names file, line and column. */
  refuse(problem: string): BadRecord;
}

/** One line of a CSV file by column name. */
export type Row<Column extends string> = Record<Column, Cell>;

interface Parsed {
  record: string[];
  /** `lines` is the file's line on which the record ends. */
  info: { lines: number };
}

/** Reads a CSV file whose header must be exactly these columns; every row has every column. Throws BadRecord. */
export function readTable<Column extends string>(file: string, columns: readonly Column[]): Row<Column>[] {
  const { name, text } = readText(file);
  const [header, ...rows] = parseCsv(text, name);
  if (!header)
    throw new BadRecord({ file: name, line: 1, column: 1 }, `is empty; the first line must be "${columns.join(',')}"`);
  requireHeader(header, columns, name);
  return rows.map((row) => asRow(row, columns, name));
}

function parseCsv(text: string, file: string): Parsed[] {
  try {
    return parse(text, { info: true, relax_column_count: true, skip_empty_lines: true }) as unknown as Parsed[];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const { lines, column } = error as CsvError & { lines?: number; column?: number | string };
    throw new BadRecord(
      { file, line: lines ?? 1, column: typeof column === 'number' ? column + 1 : 1 },
      `is not CSV (${error.message})`,
    );
  }
}

function requireHeader({ record, info }: Parsed, columns: readonly string[], file: string): void {
  const wrong = Array.from({ length: Math.max(record.length, columns.length) }, (_, index) => index).find(
    (index) => record[index] !== columns[index],
  );
  if (wrong === undefined) return;
  const problem = record[wrong] === undefined ? `"${columns[wrong]}" is missing` : `"${record[wrong]}" is unexpected`;
  throw new BadRecord(
    { file, line: info.lines, column: wrong + 1 },
    `${problem}; the header must be "${columns.join(',')}"`,
  );
}

function asRow<Column extends string>({ record, info }: Parsed, columns: readonly Column[], file: string): Row<Column> {
  const line = info.lines;
  if (record.length !== columns.length) {
    const column = Math.min(record.length, columns.length) + 1;
    throw new BadRecord(
      { file, line, column },
      `has ${record.length} ${record.length === 1 ? 'column' : 'columns'}, not ${columns.length}`,
    );
  }
  const cells = columns.map((field, index) => {
    const refuse = (problem: string) => new BadRecord({ file, line, column: index + 1, field }, problem);
    return [field, { text: record[index] ?? '', refuse }];
  });
  return Object.fromEntries(cells) as Row<Column>;
}
