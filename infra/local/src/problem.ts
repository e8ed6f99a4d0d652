/** Something the person at the keyboard can put right; shown as one line, without a stack. */
export class OperatorProblem extends Error {
  override readonly name = 'OperatorProblem';
}

/** The one line to print for any failure; programming errors keep their stack. */
export function describeFailure(error: unknown): string {
  if (error instanceof OperatorProblem) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
