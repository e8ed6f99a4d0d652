import { fromHex, toHex } from './bytes';
import type { DayRecord } from './documents/day-record';
import type { Receipt } from './documents/receipt';
import type { Fault, FaultKind } from './fault';
import { accountName, dayHash, leafNode } from './hashes';
import { rootOver } from './tree';

/** Checks one receipt by itself. The first thing that is wrong is named; what follows from it is not. */
export function checkReceipt({ leaf, path, day }: Receipt): Fault[] {
  const rewritten = checkDay(day);
  if (rewritten.length > 0) return rewritten;

  const own = leafNode({ day: day.day, salt: leaf.salt, account: accountName(leaf), balanceMinor: leaf.balanceMinor });
  if (toHex(own.hash) !== leaf.hash) {
    return [fault('changed_balance', `the leaf of ${day.day} was not made of a balance of ${leaf.balanceMinor} at entry ${leaf.seq} with this salt`)];
  }
  const addedMinor = path.reduce((sum, step) => sum + step.sumMinor, leaf.balanceMinor);
  if (addedMinor !== day.sumMinor) {
    return [fault('dropped_leaf', `the leaf and its path add up to ${addedMinor}, the sum of ${day.day} is ${day.sumMinor}: a leaf was dropped, or a balance changed`)];
  }
  const root = rootOver(own, leaf.index, day.count, path.map(({ sumMinor, hash }) => ({ sumMinor, hash: fromHex(hash) })));
  if (root === null) {
    return [fault('dropped_leaf', `a path of ${path.length} steps does not fit leaf ${leaf.index} of ${day.count}: leaves were dropped or added`)];
  }
  return toHex(root.hash) === day.root ? [] : [fault('changed_path', `the path does not lead to the root of ${day.day}: a leaf or a node beside it was changed`)];
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
