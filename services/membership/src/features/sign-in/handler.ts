import { isRefused, refuse, type Refused } from '@daka/contracts';
import { ownAct } from '../../domain/audit';
import { parseToken } from '../../domain/refresh-token';
import { verifyPassword } from '../passwords';
import type { Ports, SignedIn, StartSession, Visitor } from '../../ports';

type Needs = Pick<
  Ports,
  'accounts' | 'passwords' | 'attempts' | 'devices' | 'sessions' | 'auditLog' | 'ids' | 'wallClock'
>;
type No = Refused<'wrong_credentials' | 'too_many_attempts' | 'busy'>;

/**
 * Checks a password. An unknown e-mail gets the same answer after the same work as a wrong password.
 * Each try counts before it is checked, so that parallel guesses cannot pass the limit; a right one clears the count.
 * Tries from a device that the account has signed in from are counted apart: who guesses elsewhere never keeps its owner out.
 */
export function createSignIn(needs: Needs, startSession: StartSession) {
  const { accounts, passwords, attempts, devices, sessions, auditLog, ids, wallClock } = needs;
  return async function signIn(
    { email, password }: { email: string; password: string },
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
    const signedIn = await startSession(account, { deviceSecret, device });
    // Who set another password meanwhile has ended every sign-in but this one, which was not there yet.
    if ((await accounts.load(account.id))?.passwordHash === account.passwordHash) return signedIn;
    const token = parseToken(signedIn.refreshToken);
    if (token) await sessions.revoke(token.sessionId, ownAct('sign_in_ended', account.id, { atMs: wallClock.nowMs() }));
    return refuse('wrong_credentials');
  };
}
export type SignIn = ReturnType<typeof createSignIn>;
