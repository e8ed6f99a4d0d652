const MAX_LENGTH = 300;

/** Why something failed, as it is remembered: short, whatever was thrown. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message.slice(0, MAX_LENGTH) : 'unknown';
}
