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

export const storedBefore = JSON.parse(readFileSync(join(__dirname, 'stored-before.json'), 'utf8')) as {
  plans: Record<string, Plan>;
  calendars: StoredBefore[];
};
