import { fromHex, toHex } from './bytes.ts';
import type { DayRecord } from './documents/day-record.ts';
import type { Receipt } from './documents/receipt.ts';
import type { Fault, FaultKind } from './fault.ts';
import { accountName, dayHash, halvesOf, leafNode, type SumNode } from './hashes.ts';
import { rootOver } from './tree.ts';

/** Checks one receipt by itself. The first thing that is wrong is named; what follows from it is not. */
export function checkReceipt(receipt: Receipt): Fault[] {
  const { leaf, day } = receipt;
  const rewritten = checkDay(day);
  if (rewritten.length > 0) return rewritten;
  const own = { day: day.day, salt: leaf.salt, account: accountName(leaf), balanceMinor: leaf.balanceMinor };
  if (receipt.kind === 'daka.receipt.v1') {
    return checkLeaf(receipt, leafNode(own), { ...receipt.leaf, amountMinor: leaf.balanceMinor, path: receipt.path });
  }
  const nodes = halvesOf(own);
  return checkLeaf(receipt, nodes[0], receipt.halves.first)
    .concat(checkLeaf(receipt, nodes[1], receipt.halves.second))
    .slice(0, 1);
}

interface GivenLeaf {
  index: number;
  amountMinor: number;
  hash: string;
  path: readonly { sumMinor: number; hash: string }[];
}

/** What the receipt gives as a leaf against the leaf that its own facts make, and its way to the root. */
function checkLeaf({ leaf, day }: Receipt, made: SumNode, { index, amountMinor, hash, path }: GivenLeaf): Fault[] {
  if (toHex(made.hash) !== hash || made.sumMinor !== amountMinor) {
    return [
      fault(
        'changed_balance',
        `the leaf of ${day.day} was not made of a balance of ${leaf.balanceMinor} at entry ${leaf.seq} with this salt`,
      ),
    ];
  }
  const addedMinor = path.reduce((sum, step) => sum + step.sumMinor, amountMinor);
  if (addedMinor !== day.sumMinor) {
    return [
      fault(
        'dropped_leaf',
        `the leaf and its path add up to ${addedMinor}, the sum of ${day.day} is ${day.sumMinor}: a leaf was dropped, or a balance changed`,
      ),
    ];
  }
  const steps = path.map((step) => ({ sumMinor: step.sumMinor, hash: fromHex(step.hash) }));
  const root = rootOver(made, index, day.count, steps);
  if (root === null) {
    return [
      fault(
        'dropped_leaf',
        `a path of ${path.length} steps does not fit leaf ${index} of ${day.count}: leaves were dropped or added`,
      ),
    ];
  }
  return toHex(root.hash) === day.root
    ? []
    : [
        fault(
          'changed_path',
          `the path does not lead to the root of ${day.day}: a leaf or a node beside it was changed`,
        ),
      ];
}

/** Whether a day's record is what its hash says. */
export function checkDay(record: DayRecord): Fault[] {
  if (dayHash(record) === record.dayHash) return [];
  return [fault('rewritten_day', `the record of ${nameOf(record)} is not what its hash was made of`)];
}

export function nameOf({ day, currency, organisationId }: DayRecord): string {
  return `${day} (${currency}, organisation ${organisationId})`;
}

export function fault(kind: FaultKind, message: string): Fault {
  return { fault: kind, message };
}
