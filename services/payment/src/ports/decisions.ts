import type { DecisionEntry, DecisionHead } from '@daka/proof';
import type { Received } from '@daka/contracts';
import type { Handled } from '@daka/service-kit';
import type { Decision } from '../domain/decisions';

/** The decision logs of all cohorts, each a chain. */
export interface Decisions {
  /** Stores a decision, once; it joins its cohort's chain soon after. */
  note(decision: Decision): Promise<void>;
  /** The number by which members see who an entry is about. */
  admitted(enrolmentId: string, memberNumber: number): Promise<void>;
  /** The same for those of these enrolments that were admitted. */
  numbersOf(enrolmentIds: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** Lets what was stored join the chains. */
  chain(): Promise<void>;
  /** In order, with who stands behind role and number. */
  page(
    cohortId: string,
    options: { afterSeq: number; limit: number },
  ): Promise<(DecisionEntry & Required<Pick<DecisionEntry, 'who'>>)[]>;
  /** How far the logs have come that grew since they were last proven. */
  toProve(organisationId: string): Promise<(DecisionHead & { currency: string })[]>;
}

/** Enters what a handled message decided about its cohort, if anything. @returns what became of the message, as it was given */
export type NoteDecision = (
  received: Received<'checkin.cohort' | 'membership.cohort'>,
  handled: Handled,
) => Promise<Handled>;
