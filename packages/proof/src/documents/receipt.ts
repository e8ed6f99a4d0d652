import { z } from 'zod';
import { HashSchema, MinorSchema } from './common';
import { DayRecordSchema } from './day-record';

/** What a learner keeps: the own leaf, the way from it to the root, and the days that chain this one to earlier receipts. */
export const ReceiptSchema = z.object({
  kind: z.literal('daka.receipt.v1'),
  leaf: z.object({
    /** Counted from 0 in the order of the tree. */
    index: z.int().min(0),
    /** The enrolment whose money this is. */
    book: z.string().min(1),
    /** The last entry of the own journal that the balance includes, and its hash. */
    seq: z.int().min(1),
    head: HashSchema,
    balanceMinor: MinorSchema,
    salt: HashSchema,
    hash: HashSchema,
  }),
  /** Siblings from the leaf to the root. Index and count say on which side each stands. */
  path: z.array(z.object({ sumMinor: MinorSchema, hash: HashSchema })).max(64),
  day: DayRecordSchema,
  /** The days before it, newest first, as far as they are included. */
  earlier: z.array(DayRecordSchema),
});
export type Receipt = z.infer<typeof ReceiptSchema>;
