/** `seeking`: other books may hold something for us. `reserved`: a session counts on it. `ending`: to be moved (or, at zero, let go) in the other books. */
export interface CreditUse {
  search: number;
  status: 'seeking' | 'reserved' | 'ending';
  sources: readonly CreditSource[];
  /** Wall clock; when it is looked after. */
  nextAtMs: number;
}
/** A part of another enrolment's credit. */
export interface CreditSource {
  enrolmentId: string;
  amountMinor: number;
}
export interface CreditHold {
  key: string;
  amountMinor: number;
  status: 'reserved' | 'moved' | 'released';
}
