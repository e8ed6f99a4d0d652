/** The virtual clock of all services, and how far it is set back just now. */
export interface DomainClock {
  set(atMs: number): void;
  back(byMs: number): void;
}

export function createDomainClock(show: (iso: string) => void): DomainClock {
  let atMs = 0;
  let byMs = 0;
  const tell = () => show(new Date(atMs - byMs).toISOString());
  return {
    set(next) {
      atMs = next;
      tell();
    },
    back(next) {
      byMs = next;
      tell();
    },
  };
}
