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

const off = {
  accountId: 'mei',
  sealed: '',
  begunAtMs: 0,
  onSinceMs: null,
  lastStep: 0,
  recoveryHashes: [],
  passkeys: [],
};

/** Signs in with the password that counted when it was checked; `then` is what is stored once the sign-in has begun. */
async function signInWhile(then: { hash?: string; isOn?: boolean }, code?: string) {
  const revoked: string[] = [];
  let looks = 0;
  const no = async () => false;
  const signIn = createSignIn(
    {
      accounts: {
        add: async () => false,
        load: async () => ({ ...account, passwordHash: then.hash ?? account.passwordHash }),
        byEmail: async () => account,
        edit: async () => null,
        setPassword: async () => false,
        idsByEmail: async () => new Map(),
        displayNames: async () => new Map(),
      },
      passwords: { hash: async (password) => password, verify: async () => true },
      secondFactors: {
        load: async () => ({ ...off, onSinceMs: then.isOn && (looks += 1) > 1 ? 1 : null }),
        begin: no,
        turnOn: no,
        turnOff: no,
        addPasskey: no,
        removePasskey: no,
        usePasskey: no,
        remove: no,
        useStep: no,
        useRecoveryCode: no,
        replaceRecoveryCodes: no,
      },
      oneTimeCodes: { fresh: () => ({ sealed: '', secret: '', uri: '' }), stepOf: () => null, recoveryCodes: () => [] },
      passkeyChallenges: { add: async () => undefined, take: async () => null },
      notices: {
        putOnceADay: async () => undefined,
        takeDue: async () => null,
        told: async () => undefined,
        pending: async () => 0,
      },
      attempts: { take: async () => null, giveBack: async () => undefined, forget: async () => undefined },
      devices: { knows: async () => false, remember: async () => undefined },
      sessions: {
        add: async () => undefined,
        load: async () => null,
        replace: async () => false,
        revoke: async (id) => void revoked.push(id),
        ofAccount: async () => [],
        revokeOthers: async () => 0,
        endAll: async () => 0,
        async *signedIn() {},
        revoked: async () => [],
      },
      auditLog: {
        ofAccount: async () => [],
        ofOrganisation: async () => [],
        all: async () => [],
        noteFailedSignIn: () => undefined,
        notePasskeyCopied: () => undefined,
        noteWrongCode: () => undefined,
      },
      ids: { fresh: () => '', enrolment: () => '', secret: () => '', digest: () => '' },
      wallClock: { nowMs: () => 0 },
    },
    async () => ({ refreshToken: `${SESSION}.${'s'.repeat(43)}` }) as SignedIn, // all that is looked at
  );
  const answer = await signIn(
    { email: account.email, password: 'x', code },
    { deviceSecret: null, address: '', device: null },
  );
  return { answer, revoked };
}

it('ends a sign-in that another password overtook: who set it has ended all that were there', async () => {
  const { answer, revoked } = await signInWhile({ hash: 'another one' });
  expect([answer, revoked]).toEqual([expect.objectContaining({ refused: 'wrong_credentials' }), [SESSION]]);
});
it.each([undefined, '123456'])(
  'ends one that two-step sign-in overtook, whatever it sent as a code (%s)',
  async (code) => {
    const { answer, revoked } = await signInWhile({ isOn: true }, code);
    expect([answer, revoked]).toEqual([expect.objectContaining({ refused: 'second_factor_needed' }), [SESSION]]);
  },
);
it('leaves all others alone', async () => {
  const { answer, revoked } = await signInWhile({});
  expect([answer, revoked]).toEqual([expect.not.objectContaining({ refused: expect.anything() }), []]);
});
