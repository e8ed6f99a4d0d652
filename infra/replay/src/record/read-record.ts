import fs from 'node:fs';
import path from 'node:path';
import { InstantSchema, PlainDateSchema, isTimeZone, type PlainDate, type Policy } from '@daka/rules';
import { BadRecord } from './bad-record';
import { readPolicy } from './read-policy';
import { readTable, type Cell } from './read-table';

/** The most that one cohort takes. */
const MAX_MEMBERS = 10_000;
/** The longest name that an account takes. */
const MAX_NAME = 80;
/** Far above what an entry holds: longer texts were written, and are cut when they are sent. */
const MAX_CHARACTERS = 100_000;

export interface RecordedMember {
  member: string;
  timeZone: string;
}

/** One check-in as it was sent. */
export interface RecordedLine {
  member: string;
  day: PlainDate;
  submittedAtMs: number;
  characters: number;
}

/** A cohort as its organisers recorded it. */
export interface CohortRecord {
  policy: Policy;
  /** In the order of their numbers. */
  members: RecordedMember[];
  /** In the order in which they were sent. */
  lines: RecordedLine[];
}

/** Reads members.csv, checkins.csv and the policy, all of it before anything else happens. Throws BadRecord for the first thing wrong. */
export function readRecord(dir: string, policyFile?: string): CohortRecord {
  if (!fs.statSync(dir, { throwIfNoEntry: false })?.isDirectory())
    throw new BadRecord({ file: dir }, 'is not a folder');
  const policy = readPolicy(policyFile ?? path.join(dir, 'policy.json'));
  const members = readMembers(path.join(dir, 'members.csv'));
  const lines = readLines(path.join(dir, 'checkins.csv'), new Set(members.map(({ member }) => member)));
  return { policy, members, lines: lines.sort((left, right) => left.submittedAtMs - right.submittedAtMs) };
}

function readMembers(file: string): RecordedMember[] {
  const rows = readTable(file, ['member', 'time_zone']);
  const known = new Set<string>();
  const members = rows.map((row) => {
    const member = nameOf(row.member);
    if (known.has(member)) throw row.member.refuse(`"${member}" is there twice`);
    if (known.add(member).size > MAX_MEMBERS) throw row.member.refuse(`a cohort takes at most ${MAX_MEMBERS} members`);
    return { member, timeZone: timeZoneOf(row.time_zone) };
  });
  if (members.length === 0) throw new BadRecord({ file: path.basename(file), line: 2, column: 1 }, 'has no members');
  return members;
}

function readLines(file: string, members: ReadonlySet<string>): RecordedLine[] {
  return readTable(file, ['member', 'day', 'submitted_at', 'characters']).map((row) => {
    const member = nameOf(row.member);
    if (!members.has(member)) throw row.member.refuse(`"${member}" is not in members.csv`);
    return {
      member,
      day: dayOf(row.day),
      submittedAtMs: instantOf(row.submitted_at),
      characters: charactersOf(row.characters),
    };
  });
}

function nameOf(cell: Cell): string {
  if (cell.text.trim() === '') throw cell.refuse('is empty');
  if (cell.text !== cell.text.trim()) throw cell.refuse(`"${cell.text}" begins or ends with a space`);
  if (cell.text.length > MAX_NAME) throw cell.refuse(`is longer than ${MAX_NAME} characters`);
  return cell.text;
}

function timeZoneOf(cell: Cell): string {
  if (isTimeZone(cell.text)) return cell.text;
  throw cell.refuse(`"${cell.text}" is not a time zone (an IANA name, or a fixed offset such as "+08:00")`);
}

function dayOf(cell: Cell): PlainDate {
  if (PlainDateSchema.safeParse(cell.text).success) return cell.text;
  throw cell.refuse(`"${cell.text}" is not a date (YYYY-MM-DD)`);
}

function instantOf(cell: Cell): number {
  const atMs = InstantSchema.safeParse(cell.text).success ? Date.parse(cell.text) : Number.NaN;
  if (Number.isNaN(atMs))
    throw cell.refuse(`"${cell.text}" is not an instant (ISO 8601 with a zone, such as "2025-03-05T11:33Z")`);
  return atMs;
}

function charactersOf(cell: Cell): number {
  if (!/^\d{1,15}$/.test(cell.text)) throw cell.refuse(`"${cell.text}" is not a whole number of characters`);
  const characters = Number(cell.text);
  if (characters > MAX_CHARACTERS)
    throw cell.refuse(`${characters} characters are more than a record may tell of (${MAX_CHARACTERS})`);
  return characters;
}
