import * as z from 'zod';
import { AmountMinor, Currency, Id, Instant } from '../primitives';
import { page } from './common';

/** How cohorts ended, one or many of the same currency. Every figure has its denominator. */
export const RecordFigures = z.object({
  /** Who was settled; of cancelled cohorts, who got everything back. */
  members: z.int().min(0),
  /** Of `of` members; null where nobody counted them. */
  completion: z.object({ of: z.int().min(0), completed: z.int().min(0), perfect: z.int().min(0) }).nullable(),
  /** All deposits of these cohorts: forfeited + returned + unconfirmed, to the unit. */
  depositMinor: AmountMinor,
  forfeitedMinor: AmountMinor,
  /** Of the forfeits; the three add up to them. */
  finishersMinor: AmountMinor,
  organiserMinor: AmountMinor,
  charityMinor: AmountMinor,
  /** What was not forfeited, of cohorts in which every refund is confirmed. */
  returnedMinor: AmountMinor,
  /** The same of cohorts in which some of it still waits: all of theirs, so that nobody's single refund can be told from the difference. */
  unconfirmedMinor: AmountMinor,
  /** Of the members and those who left in time, who got some of it another way: by hand and confirmed by them, as credit, or through their bank. */
  otherwise: z.int().min(0),
});

/** A settled or cancelled cohort; null where fewer than 5 members would be told apart. */
export const RecordedCohortBody = z.object({
  cohortId: Id,
  /** As it was published; null where that was not kept, as with the next. */
  title: z.string().nullable(),
  startsOn: z.iso.date().nullable(),
  state: z.enum(['settled', 'cancelled']),
  /** When it was settled or cancelled; null: before that was kept. */
  endedAt: Instant.nullable(),
  currency: Currency.nullable(),
  figures: RecordFigures.nullable(),
});

/** What everybody may know of how an organisation's cohorts ended. It only grows: no new cohort, and no cancelled one, begins it anew. */
export const RecordBody = page(RecordedCohortBody).extend({
  organisationId: Id,
  /** Published ones; `running`: neither settled to the last member nor cancelled so. */
  cohorts: z.object({
    published: z.int().min(0),
    running: z.int().min(0),
    settled: z.int().min(0),
    cancelled: z.int().min(0),
  }),
  /** By currency, of the cohorts that ended; small ones are in it together with others, or not yet. */
  totals: z.array(
    RecordFigures.extend({
      currency: Currency,
      cohorts: z.int().min(1),
      /** Ended ones that wait for others, because their members are too few. */
      cohortsLeftOut: z.int().min(0),
    }),
  ),
  /** Of all enrolments that were ever paid, running ones too; null while they are fewer than 5. */
  conduct: z
    .object({
      /** Of enrolments paid from this instant on all is counted; of earlier ones not what was decided before the record began. Null: none was paid since. */
      since: Instant.nullable(),
      enrolments: z.int().min(0),
      rejections: z.int().min(0),
      /** Each appeal once, however often it was answered; the rest adds up to `made`. */
      appeals: z.object({
        made: z.int().min(0),
        open: z.int().min(0),
        upheld: z.int().min(0),
        /** Nobody answered in time. */
        upheldByRule: z.int().min(0),
        upheldByArbiter: z.int().min(0),
        dismissed: z.int().min(0),
        dismissedByArbiter: z.int().min(0),
        /** The enrolment ended without an answer, with everything back. */
        ended: z.int().min(0),
      }),
      refunds: z.object({
        /** Due, whether confirmed or not: those that are timed, and those that wait. */
        due: z.int().min(0),
        waiting: z.int().min(0),
        /** Confirmed, from before it was kept when they were due: in neither. */
        untimed: z.int().min(0),
        /** Half of those that are due were confirmed within so many seconds of being due; one that waits is longer than any. Null: not half of them, or longer than 30 days. */
        halfWithinS: z.int().min(0).nullable(),
      }),
    })
    .nullable(),
});
