import { membershipHttp as http } from '@daka/contracts';
import { readTable } from '../adapters/csv/read-table';
import { faultsOfMembers, type Judges, MOST_LINES, readLearners } from './learner-table';

const judges: Judges = {
  nameOf: (text) => http.SignUpBody.shape.displayName.safeParse(text).data ?? null,
  emailOf: (text) => http.Email.safeParse(text).data ?? null,
};
const read = (csv: string) => readLearners(readTable(csv), judges);
const why = (csv: string) => read(csv).faults.map((one) => [one.line, one.column, one.why, one.other]);

it.each([
  ['commas', 'name,email\nMei,mei@example.org\n'],
  ['semicolons and the columns the other way', 'Email;Name\r\nMEI@example.org;Mei\r\n'],
  ['tabs, a mark at the beginning, more columns', '\uFEFF姓名\t电话\t邮箱\nMei\t123\tmei@example.org'],
  ['quotes over lines and a blank line', '\nname,note,email\n\nMei,"two\nlines, ""quoted""",mei@example.org\n'],
])('reads %s', (_what, csv) => {
  expect(read(csv)).toMatchObject({ learners: [{ name: 'Mei', email: 'mei@example.org' }], faults: [] });
});

it('names every bad line, its column and what is wrong with it', () => {
  const csv = [
    'name,email',
    'Mei,mei@example.org',
    ',tom@example.org',
    'Tom,',
    'Lin,not an address',
    `${'x'.repeat(81)},long@example.org`,
    '\uFFFD\uFFFD,lost@example.org',
    'Ann,MEI@example.org',
    'Bo,bo@example.org,more',
    'Cy,cy@exam"ple.org',
    '\u200b,hidden@example.org',
    'Di,di@example.org',
  ].join('\n');
  expect(why(csv)).toEqual([
    [3, 'name', 'missing', null],
    [4, 'email', 'missing', null],
    [5, 'email', 'not_valid', null],
    [6, 'name', 'too_long', null],
    [7, 'name', 'unreadable', null],
    [8, 'email', 'twice', 2],
    [9, 'line', 'wrong_count', null],
    [10, 'line', 'bad_quote', null],
    [11, 'name', 'not_valid', null],
  ]);
  expect(read(csv).learners.map(({ line, name }) => [line, name])).toEqual([
    [2, 'Mei'],
    [12, 'Di'],
  ]);
});

it.each(['\n', '\r\n', '\r'])('counts lines as editors do, after cells of several lines too (%j)', (end) => {
  const lines = ['name,email', '"Mei', 'Lin",mei@example.org', 'Tom,', ''];
  expect(why(lines.join(end))).toEqual([
    [2, 'name', 'not_valid', null],
    [4, 'email', 'missing', null],
  ]);
});

it('names a quote that is never closed where it is opened, and passes over rows without anything', () => {
  const csv = 'name,email\nMei,mei@example.org\n,,\n , \n\n"Tom,tom@example.org\nLin,lin@example.org\n';
  expect(why(csv)).toEqual([[6, 'line', 'bad_quote', null]]);
  expect(read(csv).learners.map(({ name }) => name)).toEqual(['Mei']);
  expect(why('"name,email\nMei,mei@example.org')).toContainEqual([1, 'line', 'bad_quote', null]);
});

it('says which column is missing, and stops at a bound', () => {
  expect(why('first,email\nMei,mei@example.org')).toEqual([[1, 'name', 'no_such_column', null]]);
  expect(why('Mei;mei@example.org')).toEqual([
    [1, 'name', 'no_such_column', null],
    [1, 'email', 'no_such_column', null],
  ]);
  const many = (count: number) =>
    ['name,email', ...Array.from({ length: count }, (_, index) => `Mei,mei${index}@example.org`)].join('\n');
  expect(read(many(MOST_LINES)).learners).toHaveLength(MOST_LINES);
  expect(why(many(MOST_LINES + 1))).toEqual([[MOST_LINES + 2, 'line', 'too_many_lines', null]]);
});

it('names who is a member already by their number', () => {
  const { learners } = read('name,email\nMei,mei@example.org\nTom,tom@example.org');
  expect(faultsOfMembers(learners, new Map([['tom@example.org', 7]]))).toEqual([
    { line: 3, column: 'email', why: 'is_a_member', other: 7 },
  ]);
});
