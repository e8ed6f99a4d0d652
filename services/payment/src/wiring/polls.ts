import type { Config } from '../config';

/** How often payment looks for work. */
export type Polls = Pick<Config, 'WORK_POLL_MS' | 'DISPUTE_POLL_MS'>;

/** How many due enrolments one poll takes up. */
export const POLL_LIMIT = 200;
