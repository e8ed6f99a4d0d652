/** Where an enrolment stands. */
export type EnrolmentStatus =
  | 'applied'
  | 'rules_accepted'
  | 'waiting'
  | 'seat_held'
  | 'admitted'
  | 'removed'
  | 'withdrawn'
  | 'completed'
  | 'cancelled';

/** Before a payment; the seating decides between these. */
const unpaid = ['rules_accepted', 'waiting', 'seat_held'] as const;

interface Step {
  event: string;
  from: readonly EnrolmentStatus[];
  to: EnrolmentStatus;
  why: string;
}

/**
 * The enrolment process, top-down. Each step is one event of the enrolment's own document; who makes it is said beside it.
 * Seats and numbers are decided in the cohort's seating first and followed here, so a crash between the two is healed by following again.
 */
export const enrolmentSteps = [
  {
    event: 'rules-accepted',
    from: ['applied'],
    to: 'rules_accepted',
    why: 'the learner named the passphrase and accepted this version of the rules',
  },
  {
    event: 'queued',
    from: unpaid,
    to: 'waiting',
    why: 'the cohort is full: the seating put the learner on the waiting list',
  },
  {
    event: 'seat-held',
    from: unpaid,
    to: 'seat_held',
    why: 'the seating keeps a seat until the hold runs out; the learner may pay',
  },
  {
    event: 'seat-released',
    from: unpaid,
    to: 'rules_accepted',
    why: 'the hold ran out; the seat went to the next one',
  },
  { event: 'admitted', from: unpaid, to: 'admitted', why: 'payment was received and the seating gave a member number' },
  {
    event: 'removed',
    from: ['admitted'],
    to: 'removed',
    why: 'check-in removed the learner, by the rule or for the staff',
  },
  { event: 'reinstated', from: ['removed'], to: 'admitted', why: 'a made-up day or an appeal undid the removal' },
  { event: 'withdrawn', from: ['admitted', 'removed'], to: 'withdrawn', why: 'the learner quit after the cooling-off' },
  { event: 'completed', from: ['admitted'], to: 'completed', why: 'check-in settled the enrolment as completed' },
  {
    event: 'cancelled',
    from: ['applied', ...unpaid, 'admitted', 'removed', 'withdrawn'],
    to: 'cancelled',
    why: 'the learner left within the cooling-off or the cohort was cancelled (check-in lets members go first), or payment came without a seat: everything goes back',
  },
] as const satisfies readonly Step[];

const stepOf = new Map<string, Step>(enrolmentSteps.map((step) => [step.event, step]));

/**
 * The status after an event; events that are no step leave it.
 * @throws when a step is not allowed from here: a decision let something through.
 */
export function nextStatus(status: EnrolmentStatus, event: string): EnrolmentStatus {
  const step = stepOf.get(event);
  if (!step) return status;
  if (!step.from.includes(status)) throw new Error(`an enrolment that is ${status} cannot become ${step.to}`);
  return step.to;
}
