import { iso } from '@daka/contracts';
import type { Account } from './ledger/accounts';
import type { LedgerEntry, PostingKind } from './ledger/entry';

/** What entries did to a cohort's money, by name, in the currency's minor unit; what is zero is left out. */
export type Flow = keyof typeof FLOWS;
export type Flows = Readonly<Partial<Record<Flow, number>>>;
/** By UTC day, as the ledger's own clock has it. */
export type DayFlows = Readonly<Record<string, Flows>>;

type Told = Pick<LedgerEntry, 'kind' | 'lines'>;

/** Cash is what was charged less what went back, what banks withdrew, what the processor kept and what the organiser has. */
const FLOWS = {
  chargedMinor: (entry: Told) => onCash(entry, 'paid', 'paid_in_excess'),
  /** Arrived at learners through the processor, less what banks gave back. */
  refundedMinor: (entry: Told) => 0 - onCash(entry, 'refunded', 'refund_returned'),
  /** Taken by banks for disputes, less what they gave back. */
  withdrawnMinor: (entry: Told) => 0 - onCash(entry, 'dispute_withdrawn', 'dispute_returned'),
  processorFeesMinor: (entry: Told) => on(entry, 'processor_fees'),
  transferredMinor: (entry: Told) => on(entry, 'organiser_transfers'),
  cashMinor: (entry: Told) => on(entry, 'stripe_cash'),
  /** How much more of the learners' deposits is held, those in question included. */
  heldMinor: (entry: Told) => 0 - on(entry, 'deposits_held', 'deposits_frozen'),
  forfeitedMinor: (entry: Told) => (entry.kind === 'forfeited' ? 0 - on(entry, 'forfeit_pool') : 0),
  bonusMinor: (entry: Told) => (entry.kind === 'bonus_awarded' ? on(entry, 'forfeit_pool') : 0),
  paidOutsideMinor: (entry: Told) => 0 - on(entry, 'paid_outside'),
} as const;

/** What these entries did, day by day. */
export function flowsByDay(entries: Iterable<Told & Pick<LedgerEntry, 'atMs'>>): DayFlows {
  const days: Record<string, Flows> = {};
  for (const entry of entries) addTo(days, iso(entry.atMs).slice(0, 10), flowsOf(entry));
  return days;
}

export function addDays(one: DayFlows, other: DayFlows): DayFlows {
  const days: Record<string, Flows> = { ...one };
  for (const [day, flows] of Object.entries(other)) addTo(days, day, flows);
  return days;
}

/** Of all days together. */
export function totalOf(days: DayFlows): Required<Flows> {
  return eachFlow((name) => Object.values(days).reduce((sum, flows) => sum + (flows[name] ?? 0), 0));
}

function addTo(days: Record<string, Flows>, day: string, flows: Flows): void {
  const sums = eachFlow((name) => (days[day]?.[name] ?? 0) + (flows[name] ?? 0));
  const told = Object.entries(sums).filter(([, sum]) => sum !== 0);
  if (told.length === 0) delete days[day];
  else days[day] = Object.fromEntries(told);
}

function flowsOf(entry: Told): Flows {
  return eachFlow((name) => FLOWS[name](entry));
}

function onCash(entry: Told, ...kinds: PostingKind[]): number {
  return kinds.includes(entry.kind) ? on(entry, 'stripe_cash') : 0;
}

/** Debits less credits. */
function on({ lines }: Told, ...accounts: Account[]): number {
  return lines.reduce((sum, line) => (accounts.includes(line.account) ? sum + line.amountMinor : sum), 0);
}

/** A figure for each name; written out, so that the compiler misses one that is left out. */
export function eachFlow(of: (name: Flow) => number): Required<Flows> {
  return {
    chargedMinor: of('chargedMinor'),
    refundedMinor: of('refundedMinor'),
    withdrawnMinor: of('withdrawnMinor'),
    processorFeesMinor: of('processorFeesMinor'),
    transferredMinor: of('transferredMinor'),
    cashMinor: of('cashMinor'),
    heldMinor: of('heldMinor'),
    forfeitedMinor: of('forfeitedMinor'),
    bonusMinor: of('bonusMinor'),
    paidOutsideMinor: of('paidOutsideMinor'),
  };
}
