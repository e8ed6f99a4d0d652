import { checkDay, fault, nameOf } from './check-receipt';
import type { DayRecord, PublicProof } from './documents/day-record';
import type { Receipt } from './documents/receipt';
import type { Fault } from './fault';
import { NOTHING_BEFORE } from './hashes';

/** A day's record and the document that it stands in. */
export interface SourcedDay { source: string; record: DayRecord }

/** Checks that all days of an organisation and currency, from whatever documents, are one chain. */
export function checkChain(days: readonly SourcedDay[]): Fault[] {
  const sound = days.filter(({ record }) => checkDay(record).length === 0);
  const faults = days.filter((day) => !sound.includes(day)).flatMap(({ source, record }) => checkDay(record).map((one) => ({ ...one, message: `${source}: ${one.message}` })));
  // Without the days that are not sound, the others would seem to have gaps.
  if (faults.length > 0) return faults;
  const chains = new Map<string, SourcedDay[]>();
  for (const one of sound) {
    const name = `${one.record.organisationId} ${one.record.currency}`;
    chains.set(name, [...(chains.get(name) ?? []), one]);
  }
  return [...chains.values()].flatMap(checkOne);
}

/** The public page must show the very record that a receipt holds. */
export function checkPublished({ day }: Receipt, pages: readonly PublicProof[]): Fault[] {
  const own = pages.filter(({ organisationId }) => organisationId === day.organisationId);
  if (own.length === 0) return [fault('not_published', `no public page of organisation ${day.organisationId} was given`)];
  const published = own.flatMap(({ items }) => items).filter((item) => item.day === day.day && item.currency === day.currency);
  if (published.length === 0) return [fault('not_published', `the public page does not show ${nameOf(day)}`)];
  return published.flatMap((item): Fault[] => {
    if (item.dayHash === day.dayHash) return [];
    if (item.sumMinor < day.sumMinor || item.count < day.count) {
      return [fault('dropped_leaf', `published for ${day.day} are ${item.sumMinor} in ${item.count} leaves, the receipt is of ${day.sumMinor} in ${day.count}: leaves were dropped`)];
    }
    return [fault('rewritten_day', `the published ${nameOf(day)} has root ${item.root}, the receipt ${day.root}`)];
  });
}

function checkOne(days: readonly SourcedDay[]): Fault[] {
  const faults: Fault[] = [];
  const known = new Map<string, SourcedDay>();
  for (const one of days.toSorted((left, right) => left.record.day.localeCompare(right.record.day))) {
    const before = known.get(one.record.day);
    if (before && before.record.dayHash !== one.record.dayHash) {
      faults.push(fault('rewritten_day', `${nameOf(one.record)} is ${before.record.dayHash} in ${before.source} and ${one.record.dayHash} in ${one.source}`));
    }
    if (!before) known.set(one.record.day, one);
  }
  return faults.length > 0 ? faults : checkLinks([...known.values()]);
}

/** `days` in order, one of each. */
function checkLinks(days: readonly SourcedDay[]): Fault[] {
  return days.flatMap(({ source, record }, index): Fault[] => {
    const before = days[index - 1];
    if (!before || record.previousDayHash === before.record.dayHash) return [];
    if (record.previousDay === null || record.previousDay <= before.record.day || record.previousDayHash === NOTHING_BEFORE) {
      return [fault('rewritten_day', `${nameOf(record)} in ${source} does not follow ${before.record.day} as ${before.source} has it: a day was rewritten`)];
    }
    return [fault('missing_days', `between ${before.record.day} (${before.source}) and ${record.day} (${source}) the days up to ${record.previousDay} are missing: add the public page, or receipts between`)];
  });
}
