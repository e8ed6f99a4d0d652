import { checkDay, fault, nameOf } from './check-receipt.ts';
import type { DayRecord, PublicProof } from './documents/day-record.ts';
import type { Receipt } from './documents/receipt.ts';
import type { Fault } from './fault.ts';
import { coverageOf, heldOf } from './custody.ts';
import { NOTHING_BEFORE } from './hashes.ts';

/** A day's record and the document that it stands in. */
export interface SourcedDay {
  source: string;
  record: DayRecord;
}

/** Checks that all days of an organisation and currency, from whatever documents, are one chain. */
export function checkChain(days: readonly SourcedDay[]): Fault[] {
  const sound = days.filter(({ record }) => checkDay(record).length === 0);
  const faults = days
    .filter((day) => !sound.includes(day))
    .flatMap(({ source, record }) => checkDay(record).map((one) => ({ ...one, message: `${source}: ${one.message}` })));
  // Without the days that are not sound, the others would seem to have gaps.
  if (faults.length > 0) return faults;
  const chains = new Map<string, SourcedDay[]>();
  for (const one of sound) {
    const name = `${one.record.organisationId} ${one.record.currency}`;
    chains.set(name, [...(chains.get(name) ?? []), one]);
  }
  return [...chains.values()].flatMap(checkOne);
}

/** What a page shows as held must follow from what was hashed, as far as the day has that. */
export function checkHeld({ items }: PublicProof): Fault[] {
  return items.flatMap((item): Fault[] => {
    if (item.custody === undefined) return [];
    const heldMinor = heldOf(item.custody);
    if (item.heldMinor !== heldMinor)
      return [
        fault('wrong_held', `${nameOf(item)} shows ${item.heldMinor} as held, what was hashed gives ${heldMinor}`),
      ];
    const bps = coverageOf(heldMinor, item.sumMinor);
    return item.coverageBps === bps
      ? []
      : [fault('wrong_held', `${nameOf(item)} shows a coverage of ${item.coverageBps}, which is ${bps}`)];
  });
}

/** The public page must show the very record that a receipt holds. */
export function checkPublished({ day }: Receipt, pages: readonly PublicProof[]): Fault[] {
  const own = pages.filter(({ organisationId }) => organisationId === day.organisationId);
  if (own.length === 0)
    return [fault('not_published', `no public page of organisation ${day.organisationId} was given`)];
  const published = own
    .flatMap(({ items }) => items)
    .filter((item) => item.day === day.day && item.currency === day.currency);
  if (published.length === 0) return [fault('not_published', `the public page does not show ${nameOf(day)}`)];
  return published.flatMap((item): Fault[] => {
    if (item.dayHash === day.dayHash) return [];
    if (item.sumMinor < day.sumMinor || item.count < day.count) {
      return [
        fault(
          'dropped_leaf',
          `published for ${day.day} are ${item.sumMinor} in ${item.count} leaves, the receipt is of ${day.sumMinor} in ${day.count}: leaves were dropped`,
        ),
      ];
    }
    return [fault('rewritten_day', `the published ${nameOf(day)} has root ${item.root}, the receipt ${day.root}`)];
  });
}

function checkOne(days: readonly SourcedDay[]): Fault[] {
  const faults: Fault[] = [];
  const known = new Map<string, SourcedDay>();
  for (const one of [...days].sort((left, right) => left.record.day.localeCompare(right.record.day))) {
    const before = known.get(one.record.day);
    if (before && before.record.dayHash !== one.record.dayHash) {
      faults.push(
        fault(
          'rewritten_day',
          `${nameOf(one.record)} is ${before.record.dayHash} in ${before.source} and ${one.record.dayHash} in ${one.source}`,
        ),
      );
    }
    if (
      before &&
      before.record.dayHash === one.record.dayHash &&
      before.record.previousDay !== one.record.previousDay
    ) {
      faults.push(
        fault(
          'rewritten_day',
          `${nameOf(one.record)} follows ${before.record.previousDay ?? 'no day'} in ${before.source} and ${one.record.previousDay ?? 'no day'} in ${one.source}`,
        ),
      );
    }
    if (!before) known.set(one.record.day, one);
  }
  return faults.length > 0 ? faults : checkLinks([...known.values()]);
}

/** `days` in order, one of each. */
function checkLinks(days: readonly SourcedDay[]): Fault[] {
  return days.flatMap(({ source, record }, index): Fault[] => {
    const before = days[index - 1];
    if (!before) return [];
    if (record.previousDayHash === before.record.dayHash) return checkNamed(source, record, before.record.day);
    if (
      record.previousDay === null ||
      record.previousDay <= before.record.day ||
      record.previousDayHash === NOTHING_BEFORE
    ) {
      return [
        fault(
          'rewritten_day',
          `${nameOf(record)} in ${source} does not follow ${before.record.day} as ${before.source} has it: a day was rewritten`,
        ),
      ];
    }
    return [
      fault(
        'missing_days',
        `between ${before.record.day} (${before.source}) and ${record.day} (${source}) the days up to ${record.previousDay} are missing: add the public page, or receipts between`,
      ),
    ];
  });
}

/** The day before is not hashed, so it must be the one that the hash before it belongs to. */
function checkNamed(source: string, record: DayRecord, dayBefore: string): Fault[] {
  if (record.previousDay === dayBefore) return [];
  return [
    fault(
      'rewritten_day',
      `${nameOf(record)} in ${source} names ${record.previousDay ?? 'no day'} as the day before it, its hash that of ${dayBefore}`,
    ),
  ];
}
