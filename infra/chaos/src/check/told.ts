/** What people remember who were answered, beside what the services have kept. */

export interface LeaveFacts {
  enrolmentId: string;
  leaveId: string;
  day: string;
  /** As somebody was told who decided; null: nobody was. */
  approved: boolean | null;
}

/** A hand-in to which there was a 201. */
export interface HandedInFacts {
  enrolmentId: string;
  submissionId: string;
  version: number;
}

/** An answer of the arbiter's to which there was a 200. */
export interface RulingFacts {
  enrolmentId: string;
  appealId: string;
  decision: 'upheld' | 'dismissed';
}

/** What the owner was answered to have told as paid by hand. */
export interface ToldByHandFacts {
  enrolmentId: string;
  reference: string;
  amountMinor: number;
  /** As the learner was answered; null: they said nothing. */
  answered: 'confirmed' | 'objected' | null;
}
