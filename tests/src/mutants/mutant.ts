/** A named bug and the tests that must find it. */
export interface Mutant {
  name: string;
  /** What goes wrong, for whoever reads the table. */
  bug: string;
  /** From the repository's root. */
  file: string;
  /** Stands in the file exactly once. */
  find: string;
  replace: string;
  /** Test files, the one that should notice first; from the repository's root. */
  tests: readonly string[];
}

/** `broken`: the tests could not even start, which proves nothing. */
export type Verdict = 'caught' | 'survived' | 'broken';
