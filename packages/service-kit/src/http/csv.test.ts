import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import * as fc from 'fast-check';
import { type CsvCell, csvLine, decimalOf, sendCsv } from './csv';

/** As a strict reader of RFC 4180 takes it: what is quoted keeps everything, lines end in CRLF. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    let cell = '';
    if (text[at] === '"') {
      at += 1;
      for (;;) {
        const end = text.indexOf('"', at);
        if (end === -1) throw new Error('a quote without an end');
        cell += text.slice(at, end);
        at = end + 1;
        if (text[at] !== '"') break;
        cell += '"';
        at += 1;
      }
    } else while (at < text.length && text[at] !== ',' && text[at] !== '\r') cell += text[at++];
    row.push(cell);
    if (text[at] === ',') at += 1;
    else if (text.startsWith('\r\n', at)) {
      rows.push(row);
      row = [];
      at += 2;
    } else throw new Error(`neither a comma nor the end of a line at ${at}`);
  }
  return rows;
}

/** What tables begin to calculate at, after the space that some of them drop. */
const isFormula = (cell: string): boolean => /^\s*[=+\-@＝＋－＠]/u.test(cell) || /^[\t\r\n]/.test(cell);
const isNumber = (cell: string): boolean => /^-?\d+(\.\d+)?$/.test(cell);
const unmarked = (cell: string): string => (cell.startsWith("'") ? cell.slice(1) : cell);

/** Text of all kinds, of which much begins as formulas do. */
const texts = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .tuple(
      fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', "'", '＝', ' =', '\u3000+', '"', ',', ';', ''),
      fc.string(),
    )
    .map(([begin, rest]) => begin + rest),
  fc.constantFrom('=1+1', '=HYPERLINK("http://evil","x")', '+1', '-2+3', '@SUM(A1)', '\t=1', "'=1", '-12', ''),
);

it('is read back as it was written, whatever is written', () => {
  fc.assert(
    fc.property(fc.array(fc.array(texts, { minLength: 1, maxLength: 5 }), { maxLength: 5 }), (rows) => {
      const read = readCsv(rows.map((cells) => csvLine(cells)).join(''));
      expect(read.map((cells) => cells.map(unmarked))).toEqual(rows);
    }),
    { numRuns: 1_000 },
  );
});

it('has no cell that a table calculates, only numbers', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof<fc.Arbitrary<CsvCell>[]>(texts, fc.maxSafeInteger()), { minLength: 1 }), (cells) => {
      const [read = []] = readCsv(csvLine(cells));
      for (const [index, cell] of read.entries()) {
        if (typeof cells[index] === 'number') expect(isNumber(cell)).toBe(true);
        else expect([cell, isFormula(cell)]).toEqual([cell, false]);
      }
    }),
    { numRuns: 1_000 },
  );
});

it.each([
  [1_234, 2, '12.34'],
  [-5, 2, '-0.05'],
  [0, 2, '0.00'],
  [501, 0, '501'],
  [-1_005, 3, '-1.005'],
])('%i with %i digits is %s', (minor, digits, text) => {
  expect(decimalOf(minor, digits)).toEqual({ decimal: text });
  expect(csvLine([decimalOf(minor, digits)])).toBe(`${text}\r\n`);
});

it('an amount in minor units is whole', () => {
  expect(() => decimalOf(0.5, 2)).toThrow('no amount');
});

describe('as an answer', () => {
  let server: Server;
  let url: string;
  let rows: () => AsyncIterable<readonly CsvCell[]>;
  const errors: unknown[] = [];
  beforeAll(async () => {
    const app = express().get('/', async (_req, res) => {
      const onError = (error: unknown) => errors.push(error);
      await sendCsv(res, { name: 'all.csv', columns: ['a', 'b'], rows: rows(), onError });
    });
    server = createServer(app);
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  afterEach(() => errors.splice(0));

  it('is a file with a name, which nobody keeps, for Excel too', async () => {
    rows = async function* () {
      yield [1, '早'];
    };
    const answer = await fetch(url);
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="all.csv"');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('content-type')).toContain('text/csv');
    expect(Buffer.from(await answer.arrayBuffer()).toString('utf8')).toBe('\uFEFF"a","b"\r\n1,"早"\r\n');
  });

  it('is cut where rows end too early, and an error where none came', async () => {
    rows = async function* () {
      yield [1, 'x'];
      throw new Error('the database is gone');
    };
    await expect(fetch(url).then((answer) => answer.text())).rejects.toThrow('terminated');
    expect(errors).toHaveLength(1);
    rows = () => ({ [Symbol.asyncIterator]: () => ({ next: () => Promise.reject(new Error('gone')) }) });
    expect((await fetch(url)).status).toBe(500);
  });

  it('goes no faster than it is read, and stops when the reader goes', async () => {
    let made = 0;
    const stopped = jest.fn();
    rows = async function* () {
      try {
        for (; made < 1_000_000; made += 1) yield [made, 'x'.repeat(1_000)];
      } finally {
        stopped();
      }
    };
    const stop = new AbortController();
    const answer = await fetch(url, { signal: stop.signal });
    await answer.body?.getReader().read();
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(made).toBeLessThan(20_000);
    stop.abort();
    for (let tries = 0; tries < 50 && stopped.mock.calls.length === 0; tries += 1)
      await new Promise((resolve) => setTimeout(resolve, 50));
    expect([stopped.mock.calls.length, errors]).toEqual([1, []]);
  });
});
