import * as z from '#zod';
import { CurrencySchema, HashSchema, InstantSchema, MinorSchema, UtcDaySchema } from './common.ts';

export const DecisionEntrySchema = z.object({
  seq: z.int().min(1),
  kind: z.enum([
    'entry_rejected',
    'appeal_answered',
    'member_removed',
    'day_excused',
    'leave_decided',
    'hand_payment_told',
    'hand_payment_objected',
    'hand_payment_confirmed',
    'cohort_settled',
    'cohort_cancelled',
    'cohort_changed',
  ]),
  at: InstantSchema,
  /** Whom it is about; null: the whole cohort. */
  memberNumber: z.int().min(1).nullable(),
  /** As what somebody decided it; `rule`: nobody did in time, or nobody may. */
  by: z.enum(['owner', 'class_head', 'instructor', 'committee', 'arbiter', 'staff', 'learner', 'rule']),
  day: UtcDaySchema.nullable(),
  outcome: z.enum(['upheld', 'dismissed', 'approved', 'declined']).nullable(),
  amountMinor: MinorSchema.nullable(),
  currency: CurrencySchema.nullable(),
  /** Empty where none is asked for. */
  reason: z.string(),
  /** Commits to the accounts behind role and number. */
  whoHash: HashSchema,
  /** 64 zeros before the first entry. */
  previousHash: HashSchema,
  hash: HashSchema,
  /** Shown to staff only. */
  who: z
    .object({ salt: HashSchema, decidedById: z.string().nullable(), enrolmentId: z.string().nullable() })
    .optional(),
});
export type DecisionEntry = z.infer<typeof DecisionEntrySchema>;

/** A cohort's decision log, or a page of it, oldest first. */
export const DecisionsSchema = z.object({
  kind: z.literal('daka.decisions.v1'),
  organisationId: z.uuid(),
  cohortId: z.uuid(),
  items: z.array(DecisionEntrySchema),
  nextCursor: z.string().optional(),
});
export type Decisions = z.infer<typeof DecisionsSchema>;
