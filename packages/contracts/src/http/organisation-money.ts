import * as z from 'zod';
import { Currency, Id, Instant } from '../primitives';
import { page } from './common';

/** What became due and is not on its way, and since when somebody has waited for it. */
export const Payables = z.object({
  /** Refunds that are planned, failed ones included. */
  refunds: z.int().min(0),
  amountMinor: z.int(),
  /** Since when the learner who has waited longest has a right to it; null: nobody waits, or it is not known. */
  dueSince: Instant.nullable(),
  /** Those of them that banks did not take: only a person can pay them. */
  failed: z.int().min(0),
  failedMinor: z.int(),
});

/** One cohort's money in short; the figures are those of its own page. */
export const OrganisationMoneyItem = z.object({
  cohortId: Id,
  /** This and the next are null in cohorts from before they were kept. */
  title: z.string().nullable(),
  startsOn: z.iso.date().nullable(),
  isCancelled: z.boolean(),
  /** Null: not known yet. */
  currency: Currency.nullable(),
  enrolments: z.int().min(0),
  /** Deposits, those in question included. */
  heldMinor: z.int(),
  payables: Payables,
  /** Due to learners, waiting for their refund or for another way out. */
  owedMinor: z.int(),
  inFlightMinor: z.int(),
  creditMinor: z.int(),
  /** Forfeited, not shared yet. */
  poolMinor: z.int(),
  organiserMinor: z.int(),
  /** Of it final and not transferred yet; negative: more was lost than earned. */
  organiserPayableMinor: z.int(),
  openDisputes: z.int().min(0),
  /** Taken back by banks that have not decided. */
  disputedMinor: z.int(),
  ledgerBalanced: z.boolean(),
  /** In the last comparison with the processor; null: there was none. */
  differences: z.int().min(0).nullable(),
});

/** What all cohorts of one currency come to together. Amounts of different currencies are never added up. */
export const OrganisationMoneySums = z.object({
  currency: Currency,
  cohorts: z.int().min(1),
  heldMinor: z.int(),
  owedMinor: z.int(),
  inFlightMinor: z.int(),
  poolMinor: z.int(),
  organiserMinor: z.int(),
});

/** An organisation's cohorts by id. */
export const OrganisationMoneyPage = page(OrganisationMoneyItem).extend({
  /** Of all cohorts, those of later pages included, by currency; with the first page only. Whose currency is not known has no money yet. */
  sums: z.array(OrganisationMoneySums).optional(),
});
