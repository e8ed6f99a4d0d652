export const STATUSES = ['admitted', 'leaving', 'removed', 'withdrawn', 'completed', 'cancelled'] as const;

/** Whom the address of the members' page asks for; `undefined` is said, because what is left out is taken from the address. */
export const membersSearch = ({ q, status, silent }: Record<string, unknown>) => ({
  q: wordOf(q)?.slice(0, 100) || undefined,
  status: STATUSES.find((one) => one === status),
  silent: Number.isInteger(silent) && Number(silent) > 0 ? Number(silent) : undefined,
});

/** A word in an address, where one of all digits is read as a number. */
export function wordOf(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}
