import type { Mutant } from './mutant';

const MEMBERS = 'services/membership/src/features/list-members/members.test.ts';
const DAYS = 'services/checkin/src/domain/member-days.test.ts';

/** Bugs that would tell those who run a class too much, or hide from them who needs them. */
export const deskMutants: readonly Mutant[] = [
  {
    name: 'address-asked-by-instructors',
    bug: 'an instructor finds out which member is behind an e-mail address',
    file: 'services/membership/src/features/list-members/handler.ts',
    find: "MAY_ASK_BY_ADDRESS: readonly string[] = ['owner', 'class_head']",
    replace: "MAY_ASK_BY_ADDRESS: readonly string[] = ['owner', 'class_head', 'instructor']",
    tests: [MEMBERS],
  },
  {
    name: 'members-lost-by-pages',
    bug: 'who is looked for and stands behind the first batch is not found',
    file: 'services/membership/src/features/list-members/handler.ts',
    find: 'members.length < batch || found.length >= limit',
    replace: 'members.length <= batch || found.length >= limit',
    tests: ['services/membership/src/features/list-members/handler.test.ts'],
  },
  {
    name: 'silence-of-who-left',
    bug: 'who has left or was settled is listed as silent',
    file: 'services/checkin/src/domain/member-days.ts',
    find: "sums.status === 'open' ? silentDaysOf(run, days, nowMs) : null",
    replace: 'silentDaysOf(run, days, nowMs)',
    tests: [DAYS],
  },
  {
    name: 'excused-days-are-silence',
    bug: 'who was excused for a week is listed as silent for it',
    file: 'services/checkin/src/domain/member-days.ts',
    find: "state === 'excused' && closesAtMs > sinceMs && closesAtMs <= nowMs",
    replace: "state === 'void' && closesAtMs > sinceMs && closesAtMs <= nowMs",
    tests: [DAYS],
  },
];
