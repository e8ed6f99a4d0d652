import * as z from 'zod';
import { AmountMinor, Id, Instant, PlainDate } from '../primitives';
import { CalendarStatus, type DayState } from './checkin-entries';
import { page } from './common';

export const MemberProgress = z.object({
  enrolmentId: Id,
  memberNumber: z.int().min(1),
  status: CalendarStatus,
  done: z.int().min(0),
  missed: z.int().min(0),
  streak: z.int().min(0),
  removedOn: PlainDate.nullable(),
  entitledMinor: AmountMinor,
  completed: z.boolean(),
  perfect: z.boolean(),
  bonusMinor: AmountMinor.nullable(),
});

export const ProgressPage = page(MemberProgress);

/** The letter of each state in the days of a member; `-`: a day of the cohort that this member's plan does not have. */
export const DAY_LETTERS = {
  on_time: 'd',
  made_up: 'm',
  missed: 'x',
  rest: 'r',
  before: 'b',
  excused: 'e',
  open: 'o',
  upcoming: 'u',
  void: 'v',
} as const satisfies Record<z.infer<typeof DayState>, string>;

/** All days of one member in short. */
export const MemberDays = z.object({
  enrolmentId: Id,
  memberNumber: z.int().min(1),
  status: CalendarStatus,
  days: z
    .string()
    .regex(/^[dmxrbeouv-]*$/)
    .describe(
      'A letter for each date from startsOn on: d on time, m made up, x missed, r rest, b before they joined, e excused, o open, u upcoming, v void, - not in their plan',
    ),
  done: z.int().min(0),
  missed: z.int().min(0),
  streak: z.int().min(0),
  /** Of the last check-in that was accepted, whatever became of it; null: none was. */
  lastEntryAt: Instant.nullable(),
  /**
   * Whole days since the last check-in, or since the days began for this member, without those that were excused; null: their days do not
   * run (out, left, over).
   */
  silentDays: z.int().min(0).nullable(),
});

export const MemberDaysPage = page(MemberDays).extend({ startsOn: PlainDate, asOf: Instant });

/** Only members who have been silent for at least so many days. */
export const MemberDaysFilters = { silentDays: z.coerce.number().int().min(1).max(366).optional() };

export const SettlementStatus = z.enum(['open', 'settling', 'settled']);
export const SettlementStarted = z.object({ cohortId: Id, status: SettlementStatus });

/** How far the settlement is; the amounts are known once it is settled. */
export const SettlementView = z.object({
  cohortId: Id,
  status: SettlementStatus,
  /** When it starts by itself, as announced; null: the make-ups have no end, and it starts when somebody asks for it. */
  settlesAt: Instant.nullable(),
  /** The settlement waits until each of them is answered, by somebody or by time. */
  openAppeals: z.int().min(0),
  openLeave: z.int().min(0),
  /** Until when that, or a dismissal that may yet be taken to the arbiter, holds it at the latest; null: nothing does. */
  heldUntil: Instant.nullable(),
  /** Members of whom homework has not yet said that it has told all they handed in; only from settlesAt on, until then 0. The settlement waits for each. */
  awaitedHomework: z.int().min(0),
  poolMinor: AmountMinor.nullable(),
  bonusMinor: AmountMinor.nullable(),
  organiserMinor: AmountMinor.nullable(),
  charityMinor: AmountMinor.nullable(),
  members: z.int().min(0).nullable(),
  sharers: z.int().min(0).nullable(),
});
