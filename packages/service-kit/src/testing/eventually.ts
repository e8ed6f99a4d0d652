/** Waits until `check` gives a value that is neither undefined, null nor false; its last error explains a time-out. */
export async function eventually<T>(
  check: () => Promise<T> | T,
  { timeoutMs = 10_000, everyMs = 25 } = {},
): Promise<Exclude<NonNullable<T>, false>> {
  const giveUpAtMs = Date.now() + timeoutMs;
  let last: unknown;
  while (Date.now() < giveUpAtMs) {
    try {
      const value = await check();
      if (value !== undefined && value !== null && value !== false) return value as Exclude<NonNullable<T>, false>;
    } catch (error) {
      last = error;
    }
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
  throw last instanceof Error ? last : new Error(`not within ${timeoutMs} ms`);
}
