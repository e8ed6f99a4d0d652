import { CsvError, parse } from 'csv-parse/sync';
import { z } from 'zod';
import type { ReadTable, TableRow } from '../../ports';

/** What `info: true` makes of rows, which the parser's types do not say. */
const Records = z.array(z.object({ record: z.array(z.string()), info: z.object({ lines: z.int() }) }));
const DELIMITERS = [',', ';', '\t'] as const;

/** A table as spreadsheets write it; a line that cannot be read does not keep the others from it. */
export const readTable: ReadTable = (written) => {
  // The parser counts the two characters that Windows ends lines with as two lines where they stand in quotes.
  const text = written.replaceAll(/\r\n?/g, '\n');
  const broken: number[] = [];
  let isUnclosed = false;
  const records: unknown = parse(text, {
    bom: true,
    info: true,
    delimiter: delimiterOf(text),
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    trim: true,
    on_skip: (error) => {
      if (!(error instanceof CsvError)) return undefined;
      if (error.code === 'CSV_QUOTE_NOT_CLOSED') isUnclosed = true;
      else broken.push(Number(error['lines'] ?? 1));
      return undefined;
    },
  });
  const read = Records.parse(records);
  if (isUnclosed) broken.push(lineAfter(text, Math.max(0, ...broken, ...read.map(({ info }) => info.lines))));
  const isBlank = ({ record }: (typeof read)[number]) => record.every((cell) => cell === '');
  const rows = read
    .filter((row) => !isBlank(row))
    .map(({ record, info }): TableRow => {
      // Counted at the end of a record, which may go over several lines.
      const breaks = record.reduce((sum, cell) => sum + (cell.match(/\n/g)?.length ?? 0), 0);
      return { line: info.lines - breaks, cells: record };
    });
  return { rows, broken };
};

/** The first line after this one with something in it: a quote that nobody closes takes all that follows, and is told where it is opened. */
function lineAfter(text: string, line: number): number {
  const rest = text.split('\n').slice(line);
  return (
    line +
    1 +
    Math.max(
      0,
      rest.findIndex((words) => words.trim() !== ''),
    )
  );
}

/** Some spreadsheets write semicolons where commas stand in numbers. */
function delimiterOf(text: string): string {
  const [first = ''] = text.split('\n', 1);
  const found = DELIMITERS.map((one) => ({ one, at: first.indexOf(one) })).filter(({ at }) => at >= 0);
  return found.sort((left, right) => left.at - right.at)[0]?.one ?? ',';
}
