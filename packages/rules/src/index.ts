export type { AmountProblem } from './amount-problems.ts';
export { amountProblems } from './amount-problems.ts';
export type { PlainDate } from './calendar.ts';
export { FIXED_OFFSET, isTimeZone, localInstantMs, TIME_ZONE_FORMAT } from './calendar.ts';
export { compilePlan, planDates, planEndsMs } from './compile-plan.ts';
export type { CoolingOffTerms } from './cooling-off.ts';
export { coolingOffDays, coolingOffEndsMs } from './cooling-off.ts';
export { characterCount, holdsAtMost, isAtMost, MOST_CHARACTERS } from './characters.ts';
export type { Currency } from './currencies.ts';
export { CHARGED_CURRENCIES, currencyOf, isPayable, minorDigitsOf, payablePart } from './currencies.ts';
export type { Account, DayExplanation, Evaluation } from './evaluate.ts';
export { accountFor, dueMinor, evaluatePlan, explainDays } from './evaluate.ts';
export { evaluate, toPlanEntry } from './evaluate-policy.ts';
export type { DoneKind, PlanEntry, RefusalReason, RefusedEntry, Verdict } from './judge.ts';
export { isEnough, leastOf, type Offered } from './is-enough.ts';
export { MOST_PICTURES, MOST_VOICE_SECONDS } from './media-bounds.ts';
export { judgeEntry } from './judge.ts';
export type { MediaRule, Plan, PlanDay } from './plan.ts';
export {
  askedDayCount,
  excuseDay,
  finalInstantMs,
  lastCloseMs,
  leaveDaysOf,
  quitPlan,
  requiredDayCount,
} from './plan.ts';
export type { Entry, Forfeits, Learner, Policy, RefundRule, RemovalRule } from './policy.ts';
export { EntrySchema, FirstDaySchema, InstantSchema, LearnerSchema, PlainDateSchema, PolicySchema } from './policy.ts';
export type { PolicyWarning, WarningTerms } from './policy-warnings.ts';
export { lastSafeRefundMs, policyWarnings } from './policy-warnings.ts';
export type { PlatformBounds, Publishing, PublishingProblem, PublishingReason } from './publishing-problems.ts';
export { DEFAULT_PLATFORM_BOUNDS, publishingProblems } from './publishing-problems.ts';
export type { SettlementSchedule } from './settlement-schedule.ts';
export { doingEndsMs, reviewDaysOf, settlementSchedule } from './settlement-schedule.ts';
export type { Settlement, Sharer } from './settle.ts';
export { settle, settleCohort, sharerOf } from './settle.ts';
export type { SimulatedCohort, Simulation } from './simulate.ts';
export { simulateCohort, simulatedDays } from './simulate.ts';
export type { DayState } from './walk.ts';
export { LEAVE_ASKED_DAYS_AFTER, leaveAskedUntilMs, windowEndMs } from './windows.ts';
