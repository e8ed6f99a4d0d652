import { fault } from './check-receipt.ts';
import type { MoneyExport } from './documents/export.ts';
import type { Receipt } from './documents/receipt.ts';
import type { Fault } from './fault.ts';
import { owedMinor, replayEntries, sha256Text } from './journal.ts';

type Balances = Readonly<Partial<Record<string, number>>>;
type Entry = MoneyExport['entries'][number];

/** The journal by its own hashes, then every line and total of the statement by the journal. */
export function checkMoney({ enrolmentId, statement, entries }: MoneyExport): Fault[] {
  const foreign = entries.find(({ book }) => book !== enrolmentId);
  if (foreign) return [fault('other_journal', `entry ${foreign.seq} is of ${foreign.book}, not of ${enrolmentId}`)];
  const { balances, fault: broken } = replayEntries(entries, sha256Text);
  if (broken) return [fault('changed_entry', `entry ${broken.seq} of the journal: ${WORDS[broken.fault]}`)];
  return [...checkLines(statement.lines, entries), ...checkTotals(statement, entries, balances)];
}

/** The receipt's leaf must be this journal at one of its entries. */
export function checkTie({ leaf }: Receipt, { entries }: MoneyExport): Fault[] {
  const until = entries.slice(0, leaf.seq);
  const last = until.at(-1);
  if (last?.seq !== leaf.seq || last.hash !== leaf.head) {
    return [
      fault(
        'other_journal',
        `the receipt is of entry ${leaf.seq} with hash ${leaf.head}, the journal has ${last?.seq === leaf.seq ? last.hash : 'no such entry'}`,
      ),
    ];
  }
  const owed = owedMinor(replayEntries(until, sha256Text).balances);
  return owed === leaf.balanceMinor
    ? []
    : [
        fault(
          'other_journal',
          `after entry ${leaf.seq} the journal owes ${owed}, the receipt says ${leaf.balanceMinor}`,
        ),
      ];
}

const WORDS = {
  gap: 'an entry before it is missing',
  unbalanced: 'its lines do not add up to zero',
  wrong_link: 'it does not follow the entry before it',
  wrong_hash: 'it is not what its hash was made of',
  wrong_id: 'its _id says something else',
} as const;

/** A deposit that is set aside for an appeal is still held. */
const HELD: readonly string[] = ['deposits_held', 'deposits_frozen'];

function checkLines(lines: MoneyExport['statement']['lines'], entries: readonly Entry[]): Fault[] {
  const shown = new Map(lines.map((line) => [line.seq, line]));
  let heldMinor = 0;
  const faults = entries.flatMap(({ seq, kind, atMs, lines: moves }): Fault[] => {
    heldMinor -= sumOf(moves, ({ account }) => HELD.includes(account));
    const amountMinor = sumOf(moves, (move) => move.amountMinor > 0);
    const line = shown.get(seq);
    if (!line) return [fault('wrong_line', `entry ${seq} (${kind}) of the journal is not in the statement`)];
    const wrong = [
      ...(line.amountMinor === amountMinor ? [] : [`amount ${line.amountMinor} instead of ${amountMinor}`]),
      ...(line.balanceHeldMinor === undefined || line.balanceHeldMinor === heldMinor
        ? []
        : [`deposit held ${line.balanceHeldMinor} instead of ${heldMinor}`]),
      ...(line.kind === kind ? [] : [`${line.kind} instead of ${kind}`]),
      ...(Date.parse(line.at) === atMs ? [] : [`${line.at} instead of ${new Date(atMs).toISOString()}`]),
    ];
    return wrong.length === 0
      ? []
      : [fault('wrong_line', `line ${seq} of the statement is not what the journal says: ${wrong.join(', ')}`)];
  });
  const known = new Set(entries.map(({ seq }) => seq));
  return [
    ...faults,
    ...lines
      .filter(({ seq }) => !known.has(seq))
      .map(({ seq }) => fault('wrong_line', `line ${seq} of the statement is not in the journal`)),
  ];
}

function checkTotals(statement: MoneyExport['statement'], entries: readonly Entry[], balances: Balances): Fault[] {
  // A statement from before payments in excess stood in it counts the deposit only.
  const isOlder = statement.paidInExcessMinor === undefined;
  const notCounted = isOlder ? OTHER_THAN_DEPOSIT : BONUS_OR_EXCESS;
  const wanted = {
    // Credit of an earlier cohort pays like money.
    paidMinor: 0 - movedBy(entries, ['paid', 'credit_used'], ['fees_deferred', 'deposits_held']),
    refundedMinor: refundedFor(entries, (period) => !notCounted.test(period)),
    bonusPaidMinor: refundedFor(entries, (period) => BONUS.test(period)),
    paidInExcessMinor: isOlder ? 0 : movedBy(entries, ['paid_in_excess'], ['stripe_cash']),
    excessRefundedMinor: isOlder ? 0 : refundedFor(entries, (period) => EXCESS.test(period)),
    payableMinor: creditOf(balances, 'refunds_payable'),
    inFlightMinor: creditOf(balances, 'refunds_in_flight'),
    creditMinor: creditOf(balances, 'learner_credit'),
    frozenMinor: creditOf(balances, 'deposits_frozen'),
  };
  return Object.entries(wanted).flatMap(([name, amountMinor]): Fault[] => {
    const said = statement[name as keyof typeof wanted] ?? 0; // Object.entries forgets the names' type
    return said === amountMinor
      ? []
      : [fault('wrong_total', `${name} of the statement is ${said}, the journal adds up to ${amountMinor}`)];
  });
}

/** Periods of refunds that do not return the deposit. */
const BONUS = /^bonus(\.|$)/;
const EXCESS = /^excess-\d+(\.|$)/;
const BONUS_OR_EXCESS = /^(bonus|excess-\d+)(\.|$)/;
const OTHER_THAN_DEPOSIT = /^(bonus|cancellation|excess-\d+)(\.|$)/;

/** What arrived, less what banks sent back, of the refunds for certain periods. */
function refundedFor(entries: readonly Entry[], isMeant: (period: string) => boolean): number {
  const meant = entries.filter(({ period }) => isMeant(period ?? ''));
  return movedBy(meant, ['refunded'], ['refunds_in_flight']) + movedBy(meant, ['refund_returned'], ['refunds_payable']);
}

function movedBy(entries: readonly Entry[], kinds: readonly string[], accounts: readonly string[]): number {
  return entries
    .filter(({ kind }) => kinds.includes(kind))
    .reduce((sum, { lines }) => sum + sumOf(lines, ({ account }) => accounts.includes(account)), 0);
}

function sumOf(lines: Entry['lines'], isMeant: (line: Entry['lines'][number]) => boolean): number {
  return lines.reduce((sum, line) => (isMeant(line) ? sum + line.amountMinor : sum), 0);
}

function creditOf(balances: Balances, account: string): number {
  return 0 - (balances[account] ?? 0);
}
