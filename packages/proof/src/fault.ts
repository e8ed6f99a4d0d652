/** What is wrong, and with what. */
export interface Fault {
  fault: FaultKind;
  message: string;
}

export type FaultKind =
  /** The leaf does not hold this balance. */
  | 'changed_balance'
  /** The leaves do not add up to the day's sum, or there are more or fewer than it says. */
  | 'dropped_leaf'
  /** The sums are right and the hashes are not. */
  | 'changed_path'
  /** A day is not what its hash, or what another document, says. */
  | 'rewritten_day'
  /** Two documents may belong to one chain, and the days between them are not there to tell. */
  | 'missing_days'
  /** The page shows another amount as held, or another coverage, than what was hashed gives. */
  | 'wrong_held'
  /** The public page does not show this day. */
  | 'not_published'
  /** The learner's own journal does not re-add. */
  | 'changed_entry'
  /** The receipt names another entry or balance than the journal. */
  | 'other_journal'
  /** The rules give another amount. */
  | 'other_entitlement'
  /** A day or a line of the statement is not what rules and journal say. */
  | 'wrong_day'
  /** An entry of a decision log is not what its hash, or a proven day, says. */
  | 'changed_decision'
  /** Entries of a decision log are missing. */
  | 'missing_decisions'
  | 'wrong_line'
  | 'wrong_total';
