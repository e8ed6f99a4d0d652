import { LearnerSchema, PlainDateSchema, PolicySchema } from '@daka/rules';
import * as z from '#zod';
import { CurrencySchema, HashSchema, InstantSchema, MinorSchema } from './common.ts';

/** What was agreed, what was done and what check-in made of it, as of an instant. */
export const CalendarExportSchema = z.object({
  enrolmentId: z.uuid(),
  status: z.enum(['open', 'removed', 'completed', 'withdrawn', 'settled', 'cancelled']),
  policy: PolicySchema,
  /** The own zone, the days excused by leave or an outage, and when they were admitted. */
  learner: LearnerSchema,
  quitOn: PlainDateSchema.nullable(),
  /** The instant of quitting; absent where nobody quit, or where only the date was kept. */
  quitAt: InstantSchema.optional(),
  /** Every check-in that was accepted; a rejected one counts as if it never was. */
  entries: z.array(
    z.object({
      day: PlainDateSchema,
      acceptedAt: InstantSchema,
      characters: z.int().min(0),
      /** Absent: none. */
      pictures: z.int().min(0).optional(),
      voiceSeconds: z.int().min(0).optional(),
      kind: z.enum(['on_time', 'made_up']),
      rejectedAt: InstantSchema.nullable(),
    }),
  ),
  /** Whether an appeal gave a rejected check-in back. */
  hasRestored: z.boolean(),
  asOf: InstantSchema,
  /** Each plan day as the calendar shows it. */
  days: z.array(z.object({ day: PlainDateSchema, state: z.string(), amountMinor: MinorSchema })),
  entitledMinor: MinorSchema,
  /** The total of the last payout: what was sent is never taken back. */
  releasedMinor: MinorSchema,
  /** The staff took them out: nothing is forfeited, the whole deposit is theirs. Absent: not. */
  removedByHand: z.boolean().optional(),
});
export type CalendarExport = z.infer<typeof CalendarExportSchema>;

const JournalEntrySchema = z.object({
  _id: z.string(),
  book: z.string(),
  cohortId: z.string(),
  currency: CurrencySchema,
  seq: z.int().min(1),
  kind: z.string(),
  cause: z.string(),
  atMs: z.int(),
  period: z.string().optional(),
  source: z.string().optional(),
  lines: z.array(z.object({ account: z.string(), amountMinor: z.int() })).min(1),
  days: z.array(z.object({ day: PlainDateSchema, kind: z.string(), position: z.int(), weight: z.int() })).optional(),
  previousHash: HashSchema,
  hash: HashSchema,
});

/** The statement as payment shows it, as far as it is re-added, and the journal that it was made from. */
export const MoneyExportSchema = z.object({
  enrolmentId: z.uuid(),
  statement: z.object({
    currency: CurrencySchema,
    depositMinor: MinorSchema,
    paidMinor: MinorSchema,
    /** Absent in statements from before it was shown; then `refundedMinor` is of the deposit only. */
    paidInExcessMinor: MinorSchema.optional(),
    excessRefundedMinor: MinorSchema.optional(),
    earnedMinor: MinorSchema,
    dueMinor: MinorSchema,
    refundedMinor: MinorSchema,
    bonusPaidMinor: MinorSchema,
    inFlightMinor: MinorSchema,
    payableMinor: MinorSchema,
    creditMinor: MinorSchema,
    /** Absent where nothing can be appealed. */
    frozenMinor: MinorSchema.optional(),
    lines: z.array(
      z.object({
        seq: z.int().min(1),
        at: InstantSchema,
        kind: z.string(),
        amountMinor: MinorSchema,
        balanceHeldMinor: z.int().optional(),
      }),
    ),
  }),
  entries: z.array(JournalEntrySchema),
});
export type MoneyExport = z.infer<typeof MoneyExportSchema>;

/** Everything that "replay my money" needs, in one file. */
export const ExportSchema = z.object({
  kind: z.literal('daka.export.v1'),
  calendar: CalendarExportSchema,
  money: MoneyExportSchema,
});
export type Export = z.infer<typeof ExportSchema>;
