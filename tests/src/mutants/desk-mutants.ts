import type { Mutant } from './mutant';

const MEMBERS = 'services/membership/src/features/list-members/members.test.ts';
const IMPORTS = 'services/membership/src/features/import-learners/imports.test.ts';
const COPIES = 'services/membership/src/features/copy-cohort/copies.test.ts';
const COPY = 'services/membership/src/domain/copy-cohort.test.ts';
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
  {
    name: 'passphrase-shown-to-instructors',
    bug: 'whoever answers homework reads the passphrase',
    file: 'services/membership/src/features/show-passphrase/http.ts',
    find: "access: ['owner', 'class_head']",
    replace: "access: ['owner', 'class_head', 'instructor']",
    tests: [COPIES],
  },
  {
    name: 'copy-made-by-class-heads',
    bug: 'a class head founds cohorts of an organisation that is not theirs',
    file: 'services/membership/src/features/copy-cohort/http.ts',
    find: "access: ['owner']",
    replace: "access: ['owner', 'class_head']",
    tests: [COPIES],
  },
  {
    name: 'passphrase-copied',
    bug: 'members of the last run know the passphrase of the next one',
    file: 'services/membership/src/domain/copy-cohort.ts',
    find: 'passphrase: null',
    replace: 'passphrase: content.passphrase',
    tests: [COPY],
  },
  {
    name: 'copied-dates-stay',
    bug: 'a copy rests on the dates of the run before',
    file: 'services/membership/src/domain/copy-cohort.ts',
    find: 'dates: policy.restDays.dates.map(moved)',
    replace: 'dates: policy.restDays.dates',
    tests: [COPY],
  },
  {
    name: 'terms-of-today',
    bug: 'a member is shown what the cohort says today instead of what they joined by',
    file: 'services/membership/src/adapters/mongo/versions.ts',
    find: 'atMs: { $lte: atMs }',
    replace: 'atMs: { $gt: 0 }',
    tests: [COPIES],
  },
  {
    name: 'version-not-kept',
    bug: 'a policy that was edited leaves no version behind',
    file: 'services/membership/src/domain/versions.ts',
    find: 'before?.policyVersion === after.policyVersion && before.rulesVersion === after.rulesVersion',
    replace: 'before !== null',
    tests: [COPIES],
  },
  {
    name: 'import-of-something-else',
    bug: 'an import does something else than was checked',
    file: 'services/membership/src/features/import-learners/handler.ts',
    find: 'if (report.digest !== digest)',
    replace: 'if (digest.length === 0)',
    tests: [IMPORTS],
  },
  {
    name: 'import-with-bad-lines',
    bug: 'the good lines of a bad list are invited',
    file: 'services/membership/src/features/import-learners/handler.ts',
    find: 'if (report.problems.length > 0)',
    replace: 'if (report.invited.length === 0)',
    tests: [IMPORTS],
  },
  {
    name: 'learner-link-good-twice',
    bug: 'the link of an invitation leads there again and again',
    file: 'services/membership/src/adapters/mongo/learner-invitations.ts',
    find: "'letter.tokenHash': tokenHash, usedAtMs: null,",
    replace: "'letter.tokenHash': tokenHash,",
    tests: [IMPORTS],
  },
  {
    name: 'accounts-told-by-import',
    bug: 'an owner learns which addresses have an account here',
    file: 'services/membership/src/features/import-learners/report.ts',
    find: 'numbers.get(id)] as const',
    replace: 'numbers.get(id) ?? 1] as const',
    tests: [IMPORTS],
  },
  {
    name: 'twice-in-a-list',
    bug: 'whoever stands in a list twice gets two letters, or none and no word',
    file: 'services/membership/src/domain/learner-table.ts',
    find: "else if (earlier !== undefined) faults.push(fault(line, 'email', 'twice', earlier));",
    replace: 'else if (earlier !== undefined) continue;',
    tests: ['services/membership/src/domain/learner-table.test.ts'],
  },
];
