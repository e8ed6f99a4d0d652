import * as z from '#zod';
import { HashSchema, MinorSchema } from './common.ts';
import { DayRecordSchema } from './day-record.ts';

const own = {
  /** The enrolment whose money this is. */
  book: z.string().min(1),
  /** The last entry of the own journal that the balance includes, and its hash. */
  seq: z.int().min(1),
  head: HashSchema,
  balanceMinor: MinorSchema,
  salt: HashSchema,
};

/** Counted from 0 in the order of the tree. */
const IndexSchema = z.int().min(0);

/** Siblings from a leaf to the root. Index and count say on which side each stands. */
const PathSchema = z.array(z.object({ sumMinor: MinorSchema, hash: HashSchema })).max(64);

const HalfSchema = z.object({ index: IndexSchema, amountMinor: MinorSchema, hash: HashSchema, path: PathSchema });

const days = {
  day: DayRecordSchema,
  /** The days before it, newest first, as far as they are included. */
  earlier: z.array(DayRecordSchema),
};

/** Of a day whose tree had one leaf a book. */
const WholeReceiptSchema = z.object({
  kind: z.literal('daka.receipt.v1'),
  leaf: z.object({ index: IndexSchema, ...own, hash: HashSchema }),
  path: PathSchema,
  ...days,
});

/** Of a day whose tree has two leaves a book: no sibling is anybody's balance. */
const SplitReceiptSchema = z.object({
  kind: z.literal('daka.receipt.v2'),
  leaf: z.object(own),
  halves: z.object({ first: HalfSchema, second: HalfSchema }),
  ...days,
});

/** What a learner keeps: the own leaves, the way from them to the root, and the days that chain this one to earlier receipts. */
export const ReceiptSchema = z.discriminatedUnion('kind', [WholeReceiptSchema, SplitReceiptSchema]);
export type Receipt = z.infer<typeof ReceiptSchema>;
