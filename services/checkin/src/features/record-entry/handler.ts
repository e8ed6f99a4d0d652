import { type Refused, isRefused } from '@daka/contracts';
import { characterCount } from '@daka/rules';
import type { Calendar, CalendarEvent } from '../../domain/calendar';
import { type Receipt, dayReceipt } from '../../domain/describe-calendar';
import { type EntryRefusal, recordEntry, refuseTooLong } from '../../domain/record-entry';
import type { Ports } from '../../ports';

export type RecordEntry = ReturnType<typeof createRecordEntry>;

/** A learner checks in for a day of their own plan. */
export function createRecordEntry({ calendars, clock, newTextId }: Pick<Ports, 'calendars' | 'clock' | 'newTextId'>) {
  return async ({
    enrolmentId,
    day,
    text,
    onTimeOnly,
  }: {
    enrolmentId: string;
    day: string;
    text: string;
    onTimeOnly?: boolean | undefined;
  }): Promise<Refused<EntryRefusal> | Receipt> => {
    const tooLong = refuseTooLong(text);
    if (tooLong) return tooLong;
    const offered = { day, characters: characterCount(text), text: { textId: newTextId(), text } };
    let before: Calendar | null = null;
    const outcome = await calendars.change(enrolmentId, (calendar) => {
      before = calendar;
      return recordEntry(calendar, { ...offered, via: 'entry', acceptedAtMs: clock.nowMs(), onTimeOnly });
    });
    if (isRefused(outcome)) return outcome;
    const { state, events } = outcome;
    if (state.status !== 'open') throw new Error(`a check-in left the calendar ${state.status}`);
    return dayReceipt(state.run, day, earnedBeforeMinor(before, events));
  };
}

/** What had been earned when the check-in was accepted; closes that were worked off with it come before it. */
function earnedBeforeMinor(before: Calendar | null, events: readonly CalendarEvent[]): number {
  let earnedMinor = before?.status === 'open' ? before.run.announced.entitledMinor : 0;
  for (const event of events) {
    if (event.type === 'entry-accepted') break;
    if (event.type === 'entitlement-changed') earnedMinor = event.entitledMinor;
  }
  return earnedMinor;
}
