import { type membershipHttp, refuse, type Refused } from '@daka/contracts';
import type { z } from 'zod';
import { ownAct } from '../../domain/audit';
import { accountOf } from '../../domain/passkey';
import { parseToken } from '../../domain/refresh-token';
import type { Ports, SignedIn, StartSession, Visitor } from '../../ports';
import { hasAnswered, type TakesPasskeys, takeChallenge, wrongPasskey } from '../passkeys';

type Needs = TakesPasskeys & Pick<Ports, 'accounts' | 'attempts' | 'sessions'>;
type No = Refused<'wrong_passkey' | 'too_many_attempts'>;

/**
 * Signs in by a passkey alone, which is two factors: who has the authenticator, and whom it knows. Whose it is the authenticator says;
 * one that was removed, or that another account says it has, gets the same answer as one that nobody ever had.
 */
export function createSignInByPasskey(needs: Needs, startSession: StartSession) {
  const { accounts, secondFactors, attempts, sessions, auditLog, wallClock } = needs;
  return async function signInByPasskey(
    answer: z.infer<typeof membershipHttp.PasskeyAnswerBody>,
    { deviceSecret, address, device }: Visitor,
  ): Promise<No | SignedIn> {
    const waitSeconds = await attempts.take('address', address);
    if (waitSeconds !== null)
      return refuse('too_many_attempts', `Too many wrong sign-ins; try again in ${waitSeconds} seconds.`, {
        retryAfterSeconds: waitSeconds,
      });
    const taken = await takeChallenge(needs, answer.clientDataJson);
    if (taken?.purpose.kind !== 'sign_in') return wrongPasskey();
    const accountId = accountOf(answer.userHandle);
    const factor = accountId === null ? null : await secondFactors.load(accountId);
    const account = factor && (await accounts.load(factor.accountId));
    if (factor === null || account === null) return wrongPasskey();
    if (!(await hasAnswered(needs, factor, taken.challenge, answer, { sessionId: null }))) {
      auditLog.noteFailedSignIn(account.id, wallClock.nowMs());
      return wrongPasskey();
    }

    await attempts.giveBack('address', address);
    const signedIn = await startSession(account, { deviceSecret, device });
    if (await isStillThere(account.id, answer.id)) return signedIn;
    const token = parseToken(signedIn.refreshToken);
    if (token) await sessions.revoke(token.sessionId, ownAct('sign_in_ended', account.id, { atMs: wallClock.nowMs() }));
    return wrongPasskey();
  };

  /** Who removed it meanwhile does not want it to sign anybody in. */
  async function isStillThere(accountId: string, passkeyId: string): Promise<boolean> {
    return (await secondFactors.load(accountId))?.passkeys.some(({ id }) => id === passkeyId) === true;
  }
}
export type SignInByPasskey = ReturnType<typeof createSignInByPasskey>;
