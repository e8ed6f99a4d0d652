import * as z from '#zod';
import { CurrencySchema, HashSchema, InstantSchema, MinorSchema, UtcDaySchema } from './common.ts';

/** What was hashed of one day of one organisation in one currency. */
const facts = {
  day: UtcDaySchema,
  organisationId: z.uuid(),
  currency: CurrencySchema,
  /** Leaves of the tree. */
  count: z.int().min(1),
  /** Owed to learners: what the leaves add up to. */
  sumMinor: MinorSchema,
  root: HashSchema,
  /** 64 zeros before the first day. */
  previousDayHash: HashSchema,
  /** Digest over the heads of all journals of the organisation in this currency. */
  ledgerHead: HashSchema,
  /** What is really there: the processor's balance when the day was closed, beside the books. Absent on days from before it was read. */
  custody: z
    .object({
      cashMinor: z.int(),
      readAt: InstantSchema,
      accounts: z
        .array(
          z.object({
            /** Empty: the platform's own. */
            account: z.string().max(100),
            availableMinor: z.int(),
            pendingMinor: z.int(),
            booksMinor: z.int(),
            freeMinor: z.int(),
            ownMinor: z.int(),
            ownFreeMinor: z.int(),
          }),
        )
        .max(1_000),
    })
    .optional(),
  /** Decision logs that had grown since the last day that names them: how far each had come. Absent where none had. */
  decisions: z
    .array(z.object({ cohortId: z.string().max(100), length: z.int().min(1), head: HashSchema }))
    .max(1_000)
    .optional(),
};

export const DayRecordSchema = z.object({
  ...facts,
  /** The record before this one; null for the first. Not hashed: the hash before it is. */
  previousDay: UtcDaySchema.nullable(),
  dayHash: HashSchema,
});
export type DayRecord = z.infer<typeof DayRecordSchema>;

/** A day as the public page shows it. */
export const PublishedDaySchema = z.object({
  ...DayRecordSchema.shape,
  /** What is really there of it: cash at the processor by the same books at the same cut, less what the processor has less (`custody`). */
  heldMinor: z.int(),
  /** Held of what is owed, in ten-thousandths, rounded down; null when nothing is owed. Below 10,000: less is held than is owed. */
  coverageBps: z.int().nullable(),
  /** The instant that the balances are of: the end of the day in UTC. */
  cutAt: z.iso.datetime(),
});
export type PublishedDay = z.infer<typeof PublishedDaySchema>;

/** The public page's data, newest day first. */
export const PublicProofSchema = z.object({
  kind: z.literal('daka.proof.v1'),
  organisationId: z.uuid(),
  items: z.array(PublishedDaySchema),
  nextCursor: z.string().optional(),
});
export type PublicProof = z.infer<typeof PublicProofSchema>;
