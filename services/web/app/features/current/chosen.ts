const CHOSEN = 'daka.enrolment';

/** Which of the reader's enrolments this device shows first, where they chose one; the server takes the one that runs otherwise. */
export function chosenEnrolment(): string | undefined {
  try {
    return localStorage.getItem(CHOSEN) ?? undefined;
  } catch {
    return undefined; // a browser that keeps nothing
  }
}

/** Takes effect with the next reading of today. */
export function chooseEnrolment(enrolmentId: string): void {
  try {
    localStorage.setItem(CHOSEN, enrolmentId);
  } catch {
    // A browser that keeps nothing: the one that runs is shown.
  }
}
