import type { Account, SignedIn } from '../../ports';
import { createSignIn } from './handler';

const account: Account = {
  id: 'mei',
  email: 'mei@example.org',
  displayName: 'Mei',
  timeZone: 'UTC',
  locale: 'en',
  passwordHash: 'the old one',
  emailProvenAtMs: null,
};
const SESSION = '7f2c1e88-93b1-4a5e-8a44-5f0d7a1c2b02';

/** Signs in with the password that counted when it was checked; `then` is the hash that is stored once the sign-in has begun. */
async function signInWhile(then: string) {
  const revoked: string[] = [];
  const signIn = createSignIn(
    {
      accounts: {
        add: async () => false,
        load: async () => ({ ...account, passwordHash: then }),
        byEmail: async () => account,
        edit: async () => null,
        setPassword: async () => false,
        idsByEmail: async () => new Map(),
        displayNames: async () => new Map(),
      },
      passwords: { hash: async (password) => password, verify: async () => true },
      attempts: { take: async () => null, giveBack: async () => undefined, forget: async () => undefined },
      devices: { knows: async () => false, remember: async () => undefined },
      sessions: {
        add: async () => undefined,
        load: async () => null,
        replace: async () => false,
        revoke: async (id) => void revoked.push(id),
        ofAccount: async () => [],
        revokeOthers: async () => 0,
      },
      auditLog: {
        ofAccount: async () => [],
        ofOrganisation: async () => [],
        all: async () => [],
        noteFailedSignIn: () => undefined,
      },
      ids: { fresh: () => '', enrolment: () => '', secret: () => '', digest: () => '' },
      wallClock: { nowMs: () => 0 },
    },
    async () => ({ refreshToken: `${SESSION}.${'s'.repeat(43)}` }) as SignedIn, // all that is looked at
  );
  const answer = await signIn(
    { email: account.email, password: 'x' },
    { deviceSecret: null, address: '', device: null },
  );
  return { answer, revoked };
}

it('ends a sign-in that another password overtook: who set it has ended all that were there', async () => {
  const { answer, revoked } = await signInWhile('another one');
  expect([answer, revoked]).toEqual([expect.objectContaining({ refused: 'wrong_credentials' }), [SESSION]]);
});
it('leaves all others alone', async () => {
  const { answer, revoked } = await signInWhile(account.passwordHash);
  expect([answer, revoked]).toEqual([expect.not.objectContaining({ refused: expect.anything() }), []]);
});
