import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { BadRecord } from './bad-record';
import { readRecord } from './read-record';

const POLICY = fs.readFileSync(path.join(__dirname, '../../../../examples/morning-pages/policy.json'), 'utf8');
const MEMBERS = 'member,time_zone\nana,+08:00\nbo,Europe/Paris\n';
const HEADER = 'member,day,submitted_at,characters\n';
const LINE = 'ana,2026-03-02,2026-03-02T01:00Z,120\n';

const dirs: string[] = [];
afterAll(() => dirs.forEach((dir) => fs.rmSync(dir, { recursive: true })));

function folder(files: Record<string, string | Buffer>): string {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'daka-record-'));
  dirs.push(dir);
  for (const [name, content] of Object.entries({
    'policy.json': POLICY,
    'members.csv': MEMBERS,
    'checkins.csv': HEADER + LINE,
    ...files,
  })) {
    fs.writeFileSync(path.join(dir, name), content);
  }
  return dir;
}

function refusalOf(files: Record<string, string | Buffer>): string {
  try {
    readRecord(folder(files));
  } catch (error) {
    if (error instanceof BadRecord) return error.message;
    throw error;
  }
  return 'was read';
}

it('reads a record, with a byte order mark, other line ends, quotes, blank lines and zones other than UTC', () => {
  const { members, lines } = readRecord(
    folder({
      'members.csv': `\uFEFF${MEMBERS.replaceAll('\n', '\r\n')}`,
      'checkins.csv': `${HEADER}"ana",2026-03-02,2026-03-02T09:00+08:00,120\n\nbo,2026-03-02,2026-03-02T08:00:30.5Z,0`,
    }),
  );

  expect(members).toEqual([
    { member: 'ana', timeZone: '+08:00' },
    { member: 'bo', timeZone: 'Europe/Paris' },
  ]);
  expect(lines).toEqual([
    { member: 'ana', day: '2026-03-02', submittedAtMs: Date.parse('2026-03-02T01:00:00Z'), characters: 120 },
    { member: 'bo', day: '2026-03-02', submittedAtMs: Date.parse('2026-03-02T08:00:30.500Z'), characters: 0 },
  ]);
});

it('puts the lines in the order of their instants, equal ones in the order of the file', () => {
  const { lines } = readRecord(
    folder({
      'checkins.csv': `${HEADER}bo,2026-03-03,2026-03-03T01:00Z,3\nana,2026-03-02,2026-03-02T01:00Z,1\nbo,2026-03-02,2026-03-02T01:00Z,2\n`,
    }),
  );
  expect(lines.map(({ characters }) => characters)).toEqual([1, 2, 3]);
});

it('takes a record in which nobody checked in', () => {
  expect(readRecord(folder({ 'checkins.csv': HEADER })).lines).toEqual([]);
});

it.each([
  [
    'an unknown member',
    'cleo,2026-03-02,2026-03-02T01:00Z,1',
    'line 3, column 1 (member): "cleo" is not in members.csv',
  ],
  ['no member', ',2026-03-02,2026-03-02T01:00Z,1', 'line 3, column 1 (member): is empty'],
  [
    'a space around a member',
    ' ana,2026-03-02,2026-03-02T01:00Z,1',
    'line 3, column 1 (member): " ana" begins or ends with a space',
  ],
  [
    'a date that does not exist',
    'ana,2026-02-30,2026-03-02T01:00Z,1',
    'line 3, column 2 (day): "2026-02-30" is not a date (YYYY-MM-DD)',
  ],
  [
    'a date of another form',
    'ana,02/03/2026,2026-03-02T01:00Z,1',
    'line 3, column 2 (day): "02/03/2026" is not a date (YYYY-MM-DD)',
  ],
  [
    'an instant without a zone',
    'ana,2026-03-02,2026-03-02T01:00,1',
    'line 3, column 3 (submitted_at): "2026-03-02T01:00" is not an instant (ISO 8601 with a zone, such as "2025-03-05T11:33Z")',
  ],
  [
    'an hour that does not exist',
    'ana,2026-03-02,2026-03-02T25:00Z,1',
    'line 3, column 3 (submitted_at): "2026-03-02T25:00Z" is not an instant (ISO 8601 with a zone, such as "2025-03-05T11:33Z")',
  ],
  [
    'negative characters',
    'ana,2026-03-02,2026-03-02T01:00Z,-1',
    'line 3, column 4 (characters): "-1" is not a whole number of characters',
  ],
  [
    'half a character',
    'ana,2026-03-02,2026-03-02T01:00Z,1.5',
    'line 3, column 4 (characters): "1.5" is not a whole number of characters',
  ],
  [
    'no characters',
    'ana,2026-03-02,2026-03-02T01:00Z,',
    'line 3, column 4 (characters): "" is not a whole number of characters',
  ],
  [
    'more than an entry takes',
    'ana,2026-03-02,2026-03-02T01:00Z,100001',
    'line 3, column 4 (characters): 100001 characters are more than a record may tell of (100000)',
  ],
  ['a column too few', 'ana,2026-03-02,2026-03-02T01:00Z', 'line 3, column 4: has 3 columns, not 4'],
  ['a column too many', 'ana,2026-03-02,2026-03-02T01:00Z,1,2', 'line 3, column 5: has 5 columns, not 4'],
  [
    'a stray quote',
    'ana,20"26-03-02,2026-03-02T01:00Z,1',
    'line 3, column 2: is not CSV (Invalid Opening Quote: a quote is found on field 1 at line 3, value is "20")',
  ],
])('names the place of %s in checkins.csv', (_what, line, refusal) => {
  expect(refusalOf({ 'checkins.csv': `${HEADER}${LINE}${line}\n` })).toBe(`checkins.csv ${refusal}`);
});

it.each([
  ['an empty file', '', 'line 1, column 1: is empty; the first line must be "member,time_zone"'],
  ['a header alone', 'member,time_zone\n', 'line 2, column 1: has no members'],
  [
    'columns in another order',
    'time_zone,member\n',
    'line 1, column 1: "time_zone" is unexpected; the header must be "member,time_zone"',
  ],
  [
    'a missing column',
    'member\nana\n',
    'line 1, column 2: "time_zone" is missing; the header must be "member,time_zone"',
  ],
  [
    'a column of its own',
    'member,time_zone,email\n',
    'line 1, column 3: "email" is unexpected; the header must be "member,time_zone"',
  ],
  ['a member twice', `${MEMBERS}ana,+08:00\n`, 'line 4, column 1 (member): "ana" is there twice'],
  [
    'an unknown zone',
    'member,time_zone\nana,Mars/Base\n',
    'line 2, column 2 (time_zone): "Mars/Base" is not a time zone (an IANA name, or a fixed offset such as "+08:00")',
  ],
  [
    'an offset beyond a day',
    'member,time_zone\nana,+26:00\n',
    'line 2, column 2 (time_zone): "+26:00" is not a time zone (an IANA name, or a fixed offset such as "+08:00")',
  ],
  [
    'bytes that are not UTF-8',
    Buffer.from('member,time_zone\nan\xff,+08:00\n', 'latin1'),
    'line 2, column 3: is not UTF-8 text',
  ],
])('names the place of %s in members.csv', (_what, content, refusal) => {
  expect(refusalOf({ 'members.csv': content })).toBe(`members.csv ${refusal}`);
});

it.each([
  ['an empty file', ' \n', 'line 1, column 1: is empty'],
  ['half a file', '{\n "days": 10', /^line 2, column 12: is not JSON \(/],
  ['a comma too many', '{\n "days": 10,\n}', /^line 3, column 1: is not JSON \(/],
  [
    'an unknown field',
    POLICY.replace('"grace": {', '"grace": {\n  "weeks": 1,'),
    /^line \d+, column 12 \(grace\.weeks\): is not a field of a policy$/,
  ],
  [
    'a wrong value',
    POLICY.replace('"days": 10', '"days": "ten"'),
    /^line \d+, column 10 \(days\): Invalid input: expected number/,
  ],
  [
    'shares that do not add up',
    POLICY.replace('"finishersBps": 8000', '"finishersBps": 7000'),
    /^line \d+, column \d+ \(forfeits\): finishersBps \+ organiserBps \+ charityBps must be 10000, not 9000$/,
  ],
])('names the place of %s in policy.json', (_what, content, refusal) => {
  const message = refusalOf({ 'policy.json': content });
  expect(message).toMatch(/^policy\.json /);
  expect(message.slice('policy.json '.length)).toMatch(refusal);
});

it.each(['members.csv', 'checkins.csv', 'policy.json'])('says that %s is missing', (file) => {
  const dir = folder({});
  fs.rmSync(path.join(dir, file));
  expect(() => readRecord(dir)).toThrow(new RegExp(`^${file}: is missing`));
});

it('says what is not a folder, and takes a policy from elsewhere', () => {
  expect(() => readRecord('/no/such/folder')).toThrow('/no/such/folder: is not a folder');
  const other = path.join(folder({ 'policy.json': POLICY.replace('"days": 10', '"days": 3') }), 'policy.json');
  expect(readRecord(folder({}), other).policy.days).toBe(3);
});
