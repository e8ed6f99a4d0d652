const NEXT = 'daka.next';

/** Keeps where somebody wanted to go who now waits for a letter, whose link may open in another tab; undefined: forgets it. */
export function keepNext(next: string | undefined): void {
  try {
    if (next === undefined) localStorage.removeItem(NEXT);
    else localStorage.setItem(NEXT, next);
  } catch {
    // A browser that keeps nothing: they begin at the first page.
  }
}

/** Only ever a place of ours was kept. */
export function keptNext(): string | undefined {
  try {
    return localStorage.getItem(NEXT) ?? undefined;
  } catch {
    return undefined;
  }
}
