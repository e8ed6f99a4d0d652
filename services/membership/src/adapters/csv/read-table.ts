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
  const records: unknown = parse(text, {
    bom: true,
    info: true,
    delimiter: delimiterOf(text),
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    trim: true,
    on_skip: (error) => {
      if (error instanceof CsvError) broken.push(Number(error['lines'] ?? 1));
      return undefined;
    },
  });
  const rows = Records.parse(records).map(({ record, info }): TableRow => {
    // Counted at the end of a record, which may go over several lines.
    const breaks = record.reduce((sum, cell) => sum + (cell.match(/\n/g)?.length ?? 0), 0);
    return { line: info.lines - breaks, cells: record };
  });
  return { rows, broken };
};

/** Some spreadsheets write semicolons where commas stand in numbers. */
function delimiterOf(text: string): string {
  const [first = ''] = text.split('\n', 1);
  const found = DELIMITERS.map((one) => ({ one, at: first.indexOf(one) })).filter(({ at }) => at >= 0);
  return found.sort((left, right) => left.at - right.at)[0]?.one ?? ',';
}
