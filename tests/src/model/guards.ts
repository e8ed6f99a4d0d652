import type { Bounds } from './run-spin';

/** What infra/model/protocol.pml can do without, one at a time, and what must be found then. */
interface Guard {
  /** The switch in the model that takes it out. */
  name: string;
  /** Stands in the first assertion that fails without it. */
  breaks: RegExp;
  /** The least within which it is missed. */
  bounds: Bounds;
}

const quiet = { faults: 0, acts: 1, payers: 1 };
const troubled = { faults: 1, acts: 1, payers: 1 };

export const guards: readonly Guard[] = [
  // Storm 5015 taught it: membership decided by itself who may leave, while check-in was settling.
  { name: 'NO_ASKING_FIRST', breaks: /^assertion violated \(enrolment\[0\]!=4\)/, bounds: quiet },
  { name: 'NO_FROZEN_STAYS', breaks: /decisions\[i\]==1/, bounds: quiet },
  { name: 'NO_ALL_OR_NONE', breaks: /letGoWithCohort/, bounds: { ...quiet, payers: 2 } },
  { name: 'NO_BARRIER', breaks: /calendar\[0\]!=1/, bounds: troubled },
  { name: 'NO_HOLD', breaks: /firstDay\[0\]==6/, bounds: quiet },
  { name: 'NO_ANSWER_BY_TIME', breaks: /settlement==2/, bounds: quiet },
  { name: 'NO_WATERMARK', breaks: /handedIn\[0\]&& !\(secondDay\[0\]\)/, bounds: quiet },
  { name: 'NO_SEQUENCE', breaks: /handedIn\[0\]&& !\(secondDay\[0\]\)/, bounds: troubled },
  { name: 'NO_ONE_BONUS', breaks: /bonus\[0\]\+bonus\[1\]/, bounds: troubled },
];

/** What nobody misses is no guard: these are let go of in the code as soon as somebody dares. Their absence breaks nothing since NO_BARRIER's guard is there. */
export const spare = { name: 'NO_LOOK_AGAIN', bounds: { faults: 1, acts: 2, payers: 1 } };
