import { type Refused, isRefused } from '@daka/contracts';
import { characterCount } from '@daka/rules';
import type { Calendar, OpenCalendar } from '../../domain/calendar';
import { dayReceipt } from '../../domain/describe-calendar';
import { type EntryRefusal, recordEntry } from '../../domain/record-entry';
import type { Ports } from '../ports';

export interface RecordEntry {
  enrolmentId: string;
  day: string;
  text: string;
}

export type Receipt = ReturnType<typeof dayReceipt> & { entitledMinor: number };

/** A learner checks in for a day of their own plan. */
export function createRecordEntry({ calendars, clock }: Pick<Ports, 'calendars' | 'clock'>) {
  return async ({ enrolmentId, day, text }: RecordEntry): Promise<Refused<EntryRefusal> | Receipt> => {
    const characters = characterCount(text);
    const outcome = await calendars.change(enrolmentId, (calendar) =>
      recordEntry(calendar, { day, via: 'entry', characters, text, acceptedAtMs: clock.nowMs() }),
    );
    if (isRefused(outcome)) return outcome;
    const { run } = openOf(outcome.state);
    return { ...dayReceipt(run, day), entitledMinor: run.standing.entitledMinor };
  };
}

function openOf(calendar: Calendar): OpenCalendar {
  if (calendar.status !== 'open') throw new Error(`a check-in left the calendar ${calendar.status}`);
  return calendar;
}
