import * as z from 'zod';
import { AmountMinor, Currency, Id, Instant } from '../primitives';
import { page } from './common';
import { CreditPayoutBody, ManualPayout, WaitingRefund } from './hand-payment';
import { Payables } from './organisation-money';

/** Of an organisation in the cohort's currency, as its last proven day says. */
const Coverage = z.object({
  day: z.iso.date(),
  owedMinor: AmountMinor,
  heldMinor: z.int(),
  /** Ten-thousandths of what is owed that are held; null: nothing is owed. */
  coverageBps: z.int().nullable(),
});

/** What every cent of a cohort is doing. All figures are the ledger's, in the currency's minor unit; those of a debt or a gain may be negative. */
export const CohortMoneyBody = z.object({
  cohortId: Id,
  /** Null: not known yet. */
  currency: Currency.nullable(),
  /** Who came to pay. */
  enrolments: z.int().min(0),
  /** Whether balances are what the entries add up to, and add up to zero. */
  ledgerBalanced: z.boolean(),
  /** charged = cash + refunded + processorFees + withdrawn + transferred. */
  where: z.object({
    chargedMinor: AmountMinor,
    /** At the processor. */
    cashMinor: z.int(),
    /** Arrived at learners through the processor. */
    refundedMinor: z.int(),
    processorFeesMinor: z.int(),
    /** Taken by banks for disputes. */
    withdrawnMinor: z.int(),
    /** In the organiser's connected account. */
    transferredMinor: z.int(),
  }),
  /** cash = held + frozen + payable + inFlight + credit + bonus + pool + charity + organiser + elsewhere - disputed. */
  whose: z.object({
    /** Of the learners: deposits. */
    heldMinor: z.int(),
    /** Deposits that open appeals put in question. */
    frozenMinor: z.int(),
    /** Due, waiting for their refund or for another way out. */
    payableMinor: z.int(),
    inFlightMinor: z.int(),
    creditMinor: z.int(),
    /** Awarded, not placed yet. */
    bonusMinor: z.int(),
    /** Forfeited, not shared yet. */
    poolMinor: z.int(),
    charityMinor: z.int(),
    /** The sum of `organiser`. */
    organiserMinor: z.int(),
    /** Credit that paid fees in other cohorts, or came from them. */
    elsewhereMinor: z.int(),
    /** Taken back by banks that have not decided: not at the processor now. */
    disputedMinor: z.int(),
  }),
  /** What is the organiser's: feesDeferred + feesEarned + share + paidOutside - transferred - processorFees - losses - overpaid. */
  organiser: z.object({
    /** Not final before the cooling-off is over. */
    feesDeferredMinor: z.int(),
    feesEarnedMinor: z.int(),
    shareMinor: z.int(),
    /** Paid to learners by hand, confirmed by them. */
    paidOutsideMinor: z.int(),
    transferredMinor: z.int(),
    processorFeesMinor: z.int(),
    lossesMinor: z.int(),
    /** Sent before a check-in was rejected. */
    overpaidMinor: z.int(),
    /** Final and not transferred yet; negative: more was lost than earned. */
    payableMinor: z.int(),
    /** Whether it has somewhere to go. */
    isConnected: z.boolean(),
  }),
  /** forfeited = bonuses + organiser + charity + unshared. */
  pool: z.object({
    forfeitedMinor: z.int(),
    bonusesMinor: z.int(),
    organiserMinor: z.int(),
    charityMinor: z.int(),
    unsharedMinor: z.int(),
  }),
  payables: Payables,
  openDisputes: z.int().min(0),
  /** Of the organisation; null: no day is proven yet. */
  coverage: Coverage.nullable(),
  /** Of this cohort, in the last comparison with the processor; null: there was none. */
  reconciliation: z.object({ checkedAt: Instant, differences: z.int().min(0), inFlight: z.int().min(0) }).nullable(),
});

/** What a UTC day did to a cohort's money; what of it is held, returned and forfeited is as of its end. */
export const MoneyDay = z.object({
  day: z.iso.date(),
  chargedMinor: z.int(),
  refundedMinor: z.int(),
  withdrawnMinor: z.int(),
  processorFeesMinor: z.int(),
  transferredMinor: z.int(),
  cashMinor: z.int(),
  heldMinor: z.int(),
  forfeitedMinor: z.int(),
  bonusMinor: z.int(),
  paidOutsideMinor: z.int(),
  /** Since the first day, this one included. */
  total: z.object({ heldMinor: z.int(), refundedMinor: z.int(), forfeitedMinor: z.int() }),
});
/** Days on which money moved, the earliest first. */
export const MoneyDaysPage = page(MoneyDay);

/** What of an enrolment only a person can pay, what they were told and asked, and what waits for the learner. */
export const HandWork = z.object({
  enrolmentId: Id,
  currency: Currency,
  /** What can be told as paid by hand now. */
  openMinor: AmountMinor,
  /** Waits to be paid by hand, with what is told and not confirmed. */
  leftMinor: AmountMinor,
  /** Told, not answered. */
  unconfirmedMinor: AmountMinor,
  /** While a dispute is open, nothing may be paid. */
  isFrozen: z.boolean(),
  waiting: z.array(WaitingRefund),
  creditPayout: CreditPayoutBody.nullable(),
  /** The payments that were told. */
  items: z.array(ManualPayout),
});
export const HandWorkPage = page(HandWork);

export const CohortDispute = z.object({
  enrolmentId: Id,
  disputeId: z.string(),
  currency: Currency,
  status: z.enum(['open', 'won', 'lost']),
  amountMinor: AmountMinor,
  /** The bank's word for it, such as "fraudulent". */
  reason: z.string(),
  openedAt: Instant,
  /** Until when the bank takes an answer. */
  answerBy: Instant.nullable(),
  closedAt: Instant.nullable(),
  /** Taken by the bank by now, without the processor's fee. */
  withdrawnMinor: z.int(),
  feeMinor: z.int(),
  /** Of a lost one: borne by the learner's own money. */
  coveredMinor: z.int(),
  /** Borne by the organiser. */
  lossMinor: z.int(),
});
export const CohortDisputesPage = page(CohortDispute);
export const DisputeState = z.enum(['open', 'decided']);
