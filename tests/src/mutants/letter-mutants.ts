import type { Mutant } from './mutant';

const proofTests = ['services/membership/src/features/prove-email/prove-email.test.ts'];
const invitationTests = ['services/membership/src/features/accept-invitation/invitations.test.ts'];
const resetTests = ['services/membership/src/features/reset-password/reset-password.test.ts'];
const letters = 'services/membership/src/adapters/mongo/account-letters.ts';

/** What a link in a letter is good for, how often and until when; and what nobody may before their address is proven. */
export const letterMutants: readonly Mutant[] = [
  {
    name: 'proof-used-twice',
    bug: 'a link proves an address as often as it is used',
    file: letters,
    find: ", $unset: linkOf('prove_email') },",
    replace: ' },',
    tests: proofTests,
  },
  {
    name: 'link-without-end',
    bug: 'a link is good for ever',
    file: letters,
    find: '[`letters.${kind}.expiresAtMs`]: { $gt: nowMs },',
    replace: '[`letters.${kind}.expiresAtMs`]: { $gt: nowMs * 0 },',
    tests: proofTests,
  },
  {
    name: 'reset-used-twice',
    bug: 'a link sets a password as often as it is used',
    file: letters,
    find: "$unset: { ...linkOf('reset_password'), ...linkOf('prove_email') },",
    replace: "$unset: linkOf('prove_email'),",
    tests: resetTests,
  },
  {
    name: 'older-reset-link',
    bug: 'a link that was sent before the password was changed sets another one',
    file: 'services/membership/src/adapters/mongo/accounts.ts',
    find: ", $unset: { 'letters.reset_password': '' } }",
    replace: ' }',
    tests: resetTests,
  },
  {
    name: 'reset-keeps-thief',
    bug: 'who is signed in stays so when the password is reset',
    file: 'services/membership/src/features/reset-password/handler.ts',
    find: 'sessions.revokeOthers(account.id,',
    replace: "sessions.revokeOthers('nobody',",
    tests: resetTests,
  },
  {
    name: 'flooded-mailbox',
    bug: 'a stranger ends the link that its owner waits for, as often as they like',
    file: 'services/membership/src/domain/letter.ts',
    find: 'return earlier !== null && nowMs <',
    replace: 'return earlier === null && nowMs <',
    tests: resetTests,
  },
  {
    name: 'unproven-seat',
    bug: 'a seat is held under an address that nobody has proven',
    file: 'services/membership/src/features/hold-seat/handler.ts',
    find: 'if (unproven) return unproven;',
    replace: '',
    tests: proofTests,
  },
  {
    name: 'unproven-organiser',
    bug: 'an organisation is founded under an address that nobody has proven',
    file: 'services/membership/src/features/create-organisation/http.ts',
    find: 'if (unproven) return unproven;',
    replace: '',
    tests: proofTests,
  },
  {
    name: 'unproven-staff',
    bug: 'a role is given to whoever typed in the address of somebody else',
    file: 'services/membership/src/features/accept-invitation/handler.ts',
    find: 'if (unproven) return unproven;',
    replace: '',
    tests: invitationTests,
  },
  {
    name: 'anybodys-invitation',
    bug: 'whoever knows an invitation accepts it',
    file: 'services/membership/src/features/accept-invitation/handler.ts',
    find: 'invitation?.email !== account.email)',
    replace: 'invitation === null)',
    tests: invitationTests,
  },
  {
    name: 'declined-by-anybody',
    bug: 'whoever knows an invitation declines it for whom it was meant',
    file: 'services/membership/src/features/decline-invitation/http.ts',
    find: 'invitation?.email !== account.email)',
    replace: 'invitation === null)',
    tests: invitationTests,
  },
  {
    name: 'owner-leaves',
    bug: 'the only owner gives the cohort up and leaves nobody who could answer',
    file: 'services/membership/src/domain/change-staff.ts',
    find: "if (current.role === 'owner') return refuse('owner_stays', 'a cohort keeps its owner');",
    replace: '',
    tests: invitationTests,
  },
  {
    name: 'dismissed-comes-back',
    bug: 'who was dismissed accepts the same invitation again',
    file: 'services/membership/src/features/accept-invitation/handler.ts',
    find: 'await invitations.accepted(invitationId);',
    replace: '',
    tests: invitationTests,
  },
];
