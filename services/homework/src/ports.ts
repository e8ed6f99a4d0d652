import type { AggregateStore, Clock, CopyStore } from '@daka/service-kit';
import type { Files } from '@daka/service-kit/files';
import type { Assignment, AssignmentEvent } from './domain/assignment';
import type { Cohort } from './domain/cohort';
import type { Counts } from './domain/counts';
import type { KeptVerdict, Portfolio, PortfolioEvent, Version } from './domain/portfolio';
import type { DeskEvent, ReviewDesk } from './domain/review-desk';

/** What a learner has written for an assignment and not handed in. */
export interface Draft {
  enrolmentId: string;
  assignmentId: string;
  markdown: string;
  /** Counts the times it was saved. */
  revision: number;
  savedAtMs: number;
}

/** One draft an enrolment and assignment. */
export interface Drafts {
  read(enrolmentId: string, assignmentId: string): Promise<Draft | null>;
  /** Null: it is at another revision than the one named (0: that there is none). */
  save(draft: Omit<Draft, 'revision'>, revision: number | undefined): Promise<Draft | null>;
  remove(enrolmentId: string, assignmentId: string): Promise<void>;
  removeAll(enrolmentId: string): Promise<void>;
}

/** A version that waits for a reviewer. */
export interface WaitingVersion {
  enrolmentId: string;
  memberNumber: number | null;
  submissionId: string;
  assignmentId: string;
  /** The newest one. */
  version: Version;
  /** When the first version was handed in that nobody has answered: a new version does not lose its place. */
  waitingSinceMs: number;
  counts: Counts | null;
  /** A verdict that may still be taken back, or that this version overtook. */
  kept: KeptVerdict | null;
}

/** Which of what waits is asked for. */
export interface QueueFilter {
  assignmentId?: string | undefined;
  /** Those with a verdict that may still be taken back, or those without. */
  kept: boolean;
  only?: readonly string[];
  except?: readonly string[];
}

/** A comment that a reviewer uses again. */
export interface Snippet {
  id: string;
  reviewerId: string;
  text: string;
  savedAtMs: number;
}

export interface Snippets {
  /** The newest first. */
  of(reviewerId: string, limit: number): Promise<readonly Snippet[]>;
  save(snippet: Snippet): Promise<void>;
  remove(reviewerId: string, id: string): Promise<void>;
}

/** A place in the review queue. */
export interface QueuePlace {
  waitingSinceMs: number;
  submissionId: string;
}

/** What the use cases need; app.ts decides what stands behind it. */
export interface Ports {
  clock: Clock;
  newId(): string;
  cohorts: Pick<CopyStore<Cohort, 'membership.cohort' | 'checkin.cohort'>, 'load' | 'apply'> & {
    /** May be a second old. */
    loadRecent(cohortId: string): Promise<Cohort | null>;
    /** Cohorts neither settled nor cancelled whose doing may have ended, in order of id. */
    maybeDone(nowMs: number, afterId: string | null, limit: number): Promise<readonly Cohort[]>;
  };
  assignments: Pick<AggregateStore<Assignment, AssignmentEvent>, 'load' | 'change'> & {
    ofCohort(cohortId: string): Promise<readonly Assignment[]>;
  };
  drafts: Drafts;
  files: Files;
  snippets: Snippets;
  /** Who works at what, by cohort. */
  desks: Pick<AggregateStore<ReviewDesk, DeskEvent>, 'load' | 'change'>;
  portfolios: Pick<AggregateStore<Portfolio, PortfolioEvent>, 'load' | 'change' | 'applyMessage'> & {
    /** Whose it is, and of which cohort: never changes. */
    partiesOf(enrolmentId: string): Promise<Pick<Portfolio, 'learnerId' | 'cohortId'> | null>;
    bySubmission(submissionId: string): Promise<Portfolio | null>;
    /** Of their present membership: who left and came back is looked up as who they are now. */
    ofLearner(learnerId: string, cohortId: string): Promise<Portfolio | null>;
    /** Those behind a place, what waits longest first. */
    waiting(
      cohortId: string,
      filter: QueueFilter,
      after: QueuePlace,
      limit: number,
    ): Promise<readonly WaitingVersion[]>;
    /** Ids of portfolios with a verdict that is to be said by now. */
    verdictsDue(nowMs: number, limit: number): Promise<readonly string[]>;
    /** Ids of members' portfolios, and of those who have left, of which it is not said that all before an instant is told. */
    belowWatermark(cohortId: string, upToMs: number, limit: number): Promise<readonly string[]>;
    /** Whether anybody has handed in for an assignment. */
    hasWork(cohortId: string, assignmentId: string): Promise<boolean>;
    /** The texts of a submission, by version. */
    texts(submissionId: string): Promise<ReadonlyMap<number, string>>;
    /** All that a learner handed in goes; when, for what and with which answer stays. */
    eraseTexts(enrolmentId: string): Promise<void>;
  };
}
