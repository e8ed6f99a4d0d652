import { minorDigitsOf } from '@daka/rules';
import { type CsvCell, decimalOf } from '@daka/service-kit';

/** One row of a table, by the names of its columns. */
type Columns<Row> = Readonly<Record<string, (row: Row) => CsvCell>>;

export interface Table<Row> {
  columns: readonly string[];
  cells(row: Row): CsvCell[];
}

/** A table and its columns. */
export function table<Row>(columns: Columns<Row>): Table<Row> {
  return { columns: Object.keys(columns), cells: (row) => Object.values(columns).map((of) => of(row)) };
}

/** Each amount twice: as a decimal for people, where its currency is known, and in minor units for whoever adds up. */
export function amounts<Row>(
  currencyOf: (row: Row) => string | null,
  of: Readonly<Record<string, (row: Row) => number>>,
): Columns<Row> {
  const pairs = Object.entries(of).flatMap(([name, minor]) => [
    [name, (row: Row) => decimalIn(currencyOf(row), minor(row))] as const,
    [`${name}Minor`, minor] as const,
  ]);
  return Object.fromEntries(pairs);
}

function decimalIn(currency: string | null, amountMinor: number): CsvCell {
  return currency === null ? null : decimalOf(amountMinor, minorDigitsOf(currency));
}
