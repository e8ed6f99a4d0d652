import { prose } from './common';

/** A reason as people write it: not empty, at most 1,000 characters. */
export const Reason = prose(1_000);
