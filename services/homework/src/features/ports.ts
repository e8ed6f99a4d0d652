import type { AggregateStore, Clock } from '@daka/service-kit';
import type { Assignment, AssignmentEvent } from '../domain/assignment';
import type { Cohort } from '../domain/cohort';
import type { Portfolio, PortfolioEvent, Version } from '../domain/portfolio';

/** A version that waits for a reviewer. */
export interface WaitingVersion {
  enrolmentId: string;
  memberNumber: number | null;
  submissionId: string;
  assignmentId: string;
  version: Version;
}

/** Where the page before ended. */
export interface QueuePosition {
  submittedAtMs: number;
  submissionId: string;
}

/** What the use cases need; app.ts decides what stands behind it. */
export interface Ports {
  clock: Clock;
  newId(): string;
  cohorts: { load(cohortId: string): Promise<Cohort | null> };
  assignments: Pick<AggregateStore<Assignment, AssignmentEvent>, 'load' | 'change'> & {
    ofCohort(cohortId: string): Promise<readonly Assignment[]>;
  };
  portfolios: Pick<AggregateStore<Portfolio, PortfolioEvent>, 'load' | 'change' | 'applyMessage'> & {
    bySubmission(submissionId: string): Promise<Portfolio | null>;
    ofLearner(learnerId: string, cohortId: string): Promise<Portfolio | null>;
    /** Oldest first. */
    waiting(cohortId: string, after: QueuePosition | null, limit: number): Promise<readonly WaitingVersion[]>;
    /** The texts of a submission, by version. */
    texts(submissionId: string): Promise<ReadonlyMap<number, string>>;
  };
}
