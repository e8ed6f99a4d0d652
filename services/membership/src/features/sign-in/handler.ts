import { isRefused, refuse, type Refused } from '@daka/contracts';
import { ownAct } from '../../domain/audit';
import { parseToken } from '../../domain/refresh-token';
import { hasAuthenticator, isOn, type SecondFactor } from '../../domain/second-factor';
import type { Account, Ports, SignedIn, StartSession, Visitor } from '../../ports';
import { codeNeeded, passkeyNeeded, takeCode, type TakesCodes } from '../codes';
import { verifyPassword } from '../passwords';

type Needs = TakesCodes &
  Pick<Ports, 'accounts' | 'passwords' | 'devices' | 'sessions' | 'auditLog' | 'notices' | 'ids' | 'wallClock'>;
type No = Refused<
  'wrong_credentials' | 'too_many_attempts' | 'second_factor_needed' | 'passkey_needed' | 'wrong_code' | 'busy'
>;

/**
 * Checks a password, and after it a code where the account has a second factor: who does not know the password does not learn of that.
 * Where that is a passkey only, the password leads no further than to it, which signs in by itself, or to a recovery code.
 * An unknown e-mail gets the same answer after the same work as a wrong password.
 * Each try counts before it is checked, so that parallel guesses cannot pass the limit; a right one clears the count.
 * Tries from a device that the account has signed in from are counted apart: who guesses elsewhere never keeps its owner out.
 */
export function createSignIn(needs: Needs, startSession: StartSession) {
  const { accounts, passwords, secondFactors, attempts, devices, sessions, auditLog, notices, ids, wallClock } = needs;
  return async function signIn(
    { email, password, code }: { email: string; password: string; code?: string | undefined },
    { deviceSecret, address, device }: Visitor,
  ): Promise<No | SignedIn> {
    const account = await accounts.byEmail(email);
    const digest = deviceSecret === null ? null : ids.digest(deviceSecret);
    const isKnown = account !== null && digest !== null && (await devices.knows(account.id, digest));
    const [kind, key] = isKnown ? (['device', `${account.id}|${digest}`] as const) : (['account', email] as const);

    const waitSeconds = (isKnown ? null : await attempts.take('address', address)) ?? (await attempts.take(kind, key));
    if (waitSeconds !== null)
      return refuse('too_many_attempts', `Too many wrong passwords; try again in ${waitSeconds} seconds.`, {
        retryAfterSeconds: waitSeconds,
      });

    const isRight = await verifyPassword(passwords, password, account?.passwordHash ?? null);
    if (isRefused(isRight)) return isRight;
    if (account !== null && !isRight) auditLog.noteFailedSignIn(account.id, wallClock.nowMs());
    if (account === null || !isRight) return refuse('wrong_credentials');

    await Promise.all([attempts.forget(kind, key), isKnown ? undefined : attempts.giveBack('address', address)]);
    const factor = await secondFactors.load(account.id);
    const withoutCode = isOn(factor) ? await refuseWithoutCode(factor, code, key) : null;
    if (withoutCode !== null) return withoutCode;
    const signedIn = await startSession(account, { deviceSecret, device });
    const overtaken = await overtakenBy(account, isOn(factor));
    if (overtaken === null) return signedIn;
    const token = parseToken(signedIn.refreshToken);
    if (token) await sessions.revoke(token.sessionId, ownAct('sign_in_ended', account.id, { atMs: wallClock.nowMs() }));
    return overtaken;
  };

  /** Who set another password meanwhile, or turned two-step sign-in on, has ended every sign-in but this one, which was not there yet. */
  async function overtakenBy({ id, passwordHash }: Account, hasShownCode: boolean): Promise<No | null> {
    if ((await accounts.load(id))?.passwordHash !== passwordHash) return refuse('wrong_credentials');
    const factor = hasShownCode ? null : await secondFactors.load(id);
    return isOn(factor) ? needed(factor) : null;
  }

  /** Null: the code was right. */
  async function refuseWithoutCode(
    factor: SecondFactor,
    code: string | undefined,
    guesser: string,
  ): Promise<No | null> {
    if (code === undefined) return needed(factor);
    const refused = await takeCode(needs, factor, code, { guesser });
    if (refused === null) return null;
    auditLog.noteWrongCode(factor.accountId, wallClock.nowMs());
    // So many wrong codes after the right password are not its owner's.
    if (refused.refused === 'too_many_attempts')
      await notices.putOnceADay(factor.accountId, 'wrong_code', wallClock.nowMs());
    return refused;
  }
}
export type SignIn = ReturnType<typeof createSignIn>;

function needed(factor: SecondFactor) {
  return hasAuthenticator(factor) ? codeNeeded() : passkeyNeeded();
}
