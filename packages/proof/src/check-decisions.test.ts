import { checkDecisions } from './check-decisions.ts';
import { decisionHash, EMPTY_DECISIONS, whoHashOf } from './decisions.ts';
import type { DayRecord } from './documents/day-record.ts';
import type { DecisionEntry, Decisions } from './documents/decisions.ts';
import { runVerify } from './cli/run-verify.ts';
import { dayHash } from './hashes.ts';

const cohortId = '7f2c1e88-93b1-4a5e-8a44-5f0d7a1c2b02';
const organisationId = '3d9e5a10-6c2f-4b7b-9e11-2a4c6e8f0b03';

/** An honest log of so many entries. */
function logOf(count: number): Decisions {
  const items: DecisionEntry[] = [];
  for (let seq = 1; seq <= count; seq += 1) {
    const who = { salt: 'ab'.repeat(32), decidedById: `staff-${seq}`, enrolmentId: `enrolment-${seq}` };
    const facts = {
      seq,
      kind: 'entry_rejected' as const,
      at: `2026-03-0${seq}T10:00:00.000Z`,
      memberNumber: seq,
      by: 'instructor' as const,
      day: `2026-03-0${seq}`,
      outcome: null,
      amountMinor: null,
      currency: 'CNY',
      reason: 'Not your own words',
      whoHash: whoHashOf(who),
      previousHash: items.at(-1)?.hash ?? EMPTY_DECISIONS.head,
    };
    items.push({ ...facts, hash: decisionHash({ cohortId, ...facts }), who });
  }
  return { kind: 'daka.decisions.v1', organisationId, cohortId, items };
}

/** A day whose proof has the first so many entries of a log. */
function dayWith(log: Decisions, length: number, day = '2026-03-05'): DayRecord {
  const head = log.items[length - 1]?.hash ?? '';
  const facts = {
    day,
    organisationId,
    currency: 'CNY',
    count: 2,
    sumMinor: 100,
    root: '1'.repeat(64),
    previousDayHash: '0'.repeat(64),
    ledgerHead: '2'.repeat(64),
    decisions: [{ cohortId, length, head }],
  };
  return { ...facts, previousDay: null, dayHash: dayHash(facts) };
}

function changed(log: Decisions, change: (items: DecisionEntry[]) => void): Decisions {
  const copy = structuredClone(log);
  change(copy.items);
  return copy;
}

const found = (log: Decisions | Decisions[], days: DayRecord[] = []) =>
  checkDecisions([log].flat(), days).map(({ fault, message }) => `${fault}: ${message}`);
const log = logOf(5);

/** What somebody does who may write the whole log anew: every later hash is made again. */
function rehashed(items: DecisionEntry[]): void {
  let previousHash: string = EMPTY_DECISIONS.head;
  items.forEach((entry, index) => {
    Object.assign(entry, { seq: index + 1, previousHash });
    entry.hash = decisionHash({ cohortId, ...entry });
    previousHash = entry.hash;
  });
}

it('finds nothing wrong with an honest log, in pages, given twice, with days or without', () => {
  expect(found(log)).toEqual([]);
  expect(found(log, [dayWith(log, 3), dayWith(log, 5)])).toEqual([]);
  const first = { ...log, items: log.items.slice(0, 2), nextCursor: 'more' };
  const rest = { ...log, items: log.items.slice(2) };
  expect(found([rest, first], [dayWith(log, 5)])).toEqual([]);
  expect(found([first, first], [dayWith(log, 5)])).toEqual([]);
});

it('is checked by members too, who see no accounts', () => {
  const asMember = changed(log, (items) => items.forEach((entry) => delete entry.who));
  expect(found(asMember, [dayWith(log, 5)])).toEqual([]);
});

it.each<[string, (entry: DecisionEntry) => void]>([
  ['reason', (entry) => (entry.reason = 'Your own words')],
  ['member', (entry) => (entry.memberNumber = 9)],
  ['role', (entry) => (entry.by = 'arbiter')],
  ['outcome', (entry) => (entry.outcome = 'upheld')],
  ['amount', (entry) => (entry.amountMinor = 7)],
  ['day', (entry) => (entry.day = null)],
  ['instant', (entry) => (entry.at = '2026-03-09T10:00:00.000Z')],
  ['kind', (entry) => (entry.kind = 'member_removed')],
  ['currency', (entry) => (entry.currency = 'EUR')],
])('names the entry whose %s was changed', (_what, change) => {
  expect(found(changed(log, (items) => change(items[2]!)))).toEqual([
    expect.stringContaining(`changed_decision: entry 3 of cohort ${cohortId}`),
  ]);
});

it('names the entry that says somebody else decided', () => {
  const other = changed(log, (items) => (items[1]!.who!.decidedById = 'somebody else'));
  expect(found(other)).toEqual([expect.stringMatching(/changed_decision: entry 2 .* names other accounts/)]);
});

it('names what was removed, moved, or put in between', () => {
  expect(found(changed(log, (items) => items.splice(1, 2)))).toEqual([
    `missing_decisions: entries 2 to 3 of cohort ${cohortId} are missing`,
  ]);
  const moved = changed(log, ([, second, third]) => ([second!.seq, third!.seq] = [third!.seq, second!.seq]));
  expect(found(moved)).toEqual([expect.stringMatching(/changed_decision: entry 2 .* does not follow/)]);
  const twice = changed(log, (items) => items.push({ ...items[1]!, seq: 3 }));
  expect(found(twice)).toEqual([expect.stringContaining('changed_decision: entry 3')]);
});

it('finds a log that was written anew with all its hashes, by the days that had named it', () => {
  const without = changed(log, (items) => {
    items.splice(2, 1);
    rehashed(items);
  });
  expect(found(without)).toEqual([]);
  expect(found(without, [dayWith(log, 2)])).toEqual([]);
  expect(found(without, [dayWith(log, 3)])).toEqual([expect.stringContaining('the log was rewritten')]);
  expect(found(without, [dayWith(log, 5)])).toEqual([
    `missing_decisions: the proof of 2026-03-05 has 5 entries of cohort ${cohortId}, the log only 4`,
  ]);
});

it('does not let a log pass as that of another organisation', () => {
  const other = { ...log, organisationId: '3d9e5a10-6c2f-4b7b-9e11-2a4c6e8f0b99' };
  expect(found(other, [dayWith(log, 5)])).toEqual([expect.stringContaining('changed_decision')]);
});

it('a day that names other logs than it was hashed with is a rewritten day', async () => {
  const day = dayWith(log, 5);
  const verify = async (record: DayRecord) => {
    const lines: string[] = [];
    const item = { ...record, heldMinor: 100, coverageBps: 10_000, cutAt: '2026-03-06T00:00:00.000Z' };
    const page = { kind: 'daka.proof.v1', organisationId, items: [item] };
    const files: Record<string, unknown> = { 'log.json': log, 'page.json': page };
    const io = {
      readFile: async (path: string) => JSON.stringify(files[path]),
      writeResult: (line: string) => void lines.push(line),
      writeError: (line: string) => void lines.push(line),
    };
    return { code: await runVerify(Object.keys(files), io), lines };
  };
  expect(await verify(day)).toMatchObject({
    code: 0,
    lines: [
      `log.json: ok: 5 decisions of cohort ${cohortId} are one chain; the proof of 2026-03-05 has the first 5 of them`,
      expect.stringContaining('page.json: ok'),
    ],
  });
  const shorter = { ...day, decisions: [{ cohortId, length: 4, head: log.items[3]!.hash }] };
  expect(await verify(shorter)).toMatchObject({ code: 1, lines: [expect.stringContaining('rewritten_day')] });
  const { decisions: _, ...without } = day;
  expect(await verify(without)).toMatchObject({ code: 1, lines: [expect.stringContaining('rewritten_day')] });
});
