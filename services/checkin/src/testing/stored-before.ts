import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plan } from '@daka/rules';
import type { KnownCalendar } from '../adapters/mongo/upcast-calendar';

/** A calendar as it was stored when short texts lay inside it, and what was shown of it over HTTP. */
export interface StoredBefore {
  name: string;
  state: KnownCalendar;
  texts: { _id: string; enrolmentId: string; longTextId: string; text: string }[];
  nowMs: number;
  /** Null: nothing is shown before admission. */
  shown: object | null;
}

interface Shown {
  status: string;
  removedOn: string | null;
}

const file = JSON.parse(readFileSync(join(__dirname, 'stored-before.json'), 'utf8')) as {
  plans: Record<string, Plan>;
  calendars: (Omit<StoredBefore, 'shown'> & { shown: Shown | null })[];
};

export const storedBefore: { plans: Record<string, Plan>; calendars: StoredBefore[] } = {
  ...file,
  calendars: file.calendars.map(({ shown, ...one }) => ({
    ...one,
    shown: shown && { ...shown, ...shownSince(shown) },
  })),
};

/** What is said of a calendar since then, whatever was stored. Who left before it was told that they are out was never told so. */
function shownSince({ removedOn, status }: Shown): object {
  return {
    leaveDays: { max: expect.any(Number), left: expect.any(Number) },
    removedAt: removedOn === null || status === 'withdrawn' ? null : expect.any(String),
  };
}
