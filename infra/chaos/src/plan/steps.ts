/** What one person does at one instant; `person` is an index. */
export type Step =
  | { do: 'apply' | 'pay' | 'pay_again' | 'let_expire' | 'leave'; person: number }
  | { do: 'check_in'; person: number; day: number; characters: number }
  | { do: 'reject'; person: number; day: number }
  /** Against the rejection of that day, or against the removal. */
  | { do: 'appeal'; person: number; day: number; of: 'rejected_entry' | 'removal' }
  /** To all that the person appealed. */
  | { do: 'answer'; person: number; decision: 'upheld' | 'dismissed' }
  /** Asks to be excused on that day. */
  | { do: 'ask_leave'; person: number; day: number }
  /** To all leave that the person has asked for. */
  | { do: 'decide_leave'; person: number; isApproved: boolean }
  /** Takes all that was dismissed to the platform's arbiter. */
  | { do: 'escalate'; person: number }
  /** The arbiter, to all that waits for them. */
  | { do: 'rule'; decision: 'upheld' | 'dismissed' }
  /** An assignment for that day, or (null) for whichever runs when it is handed in. */
  | { do: 'set_homework'; day: number | null }
  /** On plan day `on`. */
  | { do: 'hand_in'; person: number; day: number | null; on: number; characters: number }
  /** To all that waits for a reviewer. */
  | { do: 'answer_homework'; verdict: 'accepted' | 'changes_requested' }
  /** The bank takes the payment back. */
  | { do: 'dispute'; person: number }
  | { do: 'close_dispute'; person: number; as: 'won' | 'lost' }
  /** A refund that had arrived comes back. */
  | { do: 'bank_returns'; person: number }
  /** The owner says to have paid, in so many parts, all that only goes by hand. */
  | { do: 'pay_by_hand'; person: number; inParts: number }
  /** To all that the owner says to have paid. */
  | { do: 'answer_by_hand'; person: number; as: 'confirmed' | 'objected' }
  | { do: 'cancel' }
  | { do: 'settle' };

/** Steps at one instant of the domain clock: those of one person in order, people side by side. */
export interface Stage {
  /** From the cohort's midnight of the first plan day. */
  atHours: number;
  steps: readonly Step[];
}
