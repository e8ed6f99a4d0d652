const CALLED = 'daka.called';

/** Keeps in this tab what an invitation calls somebody, so that they need not type it when they sign up; it stays theirs to change. */
export function keepCalled(name: string): void {
  try {
    sessionStorage.setItem(CALLED, name);
  } catch {
    // A browser that keeps nothing: they type it.
  }
}

export function called(): string {
  try {
    return sessionStorage.getItem(CALLED) ?? '';
  } catch {
    return '';
  }
}
