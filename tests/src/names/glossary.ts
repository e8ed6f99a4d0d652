/** What docs/glossary.md lays down, read from its tables. */
export interface Glossary {
  /** Words that code says for the terms: each must be found in it. */
  said: readonly string[];
  forbidden: readonly Forbidden[];
  exceptions: readonly Exception[];
}

export interface Forbidden {
  /** Words of an identifier, lower case, or a whole identifier where it has a capital. */
  word: string;
  /** The term in English that is meant by it. */
  term: string;
}

export interface Exception {
  word: string;
  /** Paths that it may stand in; `*` is one step. */
  paths: readonly string[];
}

/** Tables whose columns are named so hold terms and exceptions; all others are prose. */
const TERMS = ['中文', 'English', 'in code', 'meaning', 'never'];
const EXCEPTIONS = ['word', 'may stand in', 'why'];

/** @throws when a table is no longer as the check expects it: a law that nobody can read holds nobody. */
export function readGlossary(markdown: string): Glossary {
  const tables = tablesOf(markdown);
  const terms = rowsOf(tables, TERMS);
  const exceptions = rowsOf(tables, EXCEPTIONS);
  return {
    said: terms.flatMap(([, , code = '']) => quoted(code)),
    forbidden: terms.flatMap(([, term = '', , , never = '']) => quoted(never).map((word) => ({ word, term }))),
    exceptions: exceptions.flatMap(([words = '', paths = '']) =>
      quoted(words).map((word) => ({ word, paths: quoted(paths) })),
    ),
  };
}

function rowsOf(tables: readonly string[][][], columns: readonly string[]): string[][] {
  const found = tables.filter(([header = []]) => header.join('|') === columns.join('|'));
  if (found.length === 0) throw new Error(`the glossary has no table with the columns ${columns.join(', ')}`);
  const rows = found.flatMap((table) => table.slice(2));
  const ragged = rows.find((row) => row.length !== columns.length);
  if (ragged)
    throw new Error(`a row of the glossary has ${ragged.length} cells instead of ${columns.length}: ${ragged}`);
  return rows;
}

function tablesOf(markdown: string): string[][][] {
  return markdown
    .split(/\n(?!\|)/)
    .map((block) => block.split('\n').filter((line) => line.startsWith('|')))
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.map(cellsOf));
}

function cellsOf(line: string): string[] {
  return line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());
}

function quoted(cell: string): string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map(([, word = '']) => word);
}
