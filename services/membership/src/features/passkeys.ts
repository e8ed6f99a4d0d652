import { refuse, type Refused } from '@daka/contracts';
import { CHALLENGE_MS, challengeOf, isCopy, type PasskeyAnswer, type Purpose } from '../domain/passkey';
import type { SecondFactor } from '../domain/second-factor';
import type { Ports } from '../ports';

export type GivesChallenges = Pick<Ports, 'passkeyChecks' | 'passkeyChallenges' | 'ids' | 'wallClock'>;
export type TakesPasskeys = GivesChallenges & Pick<Ports, 'secondFactors' | 'auditLog' | 'notices'>;

/** Something new for an authenticator to sign. */
export async function giveChallenge(
  { passkeyChecks: { rpId }, passkeyChallenges, ids, wallClock }: GivesChallenges,
  purpose: Purpose,
): Promise<Refused<'passkeys_impossible'> | { challenge: string; rpId: string; timeoutSeconds: number }> {
  if (rpId === null)
    return refuse('passkeys_impossible', 'Browsers make passkeys for a name and https only, not for this address.');
  const challenge = ids.secret();
  await passkeyChallenges.add(ids.digest(challenge), purpose, wallClock.nowMs() + CHALLENGE_MS);
  return { challenge, rpId, timeoutSeconds: CHALLENGE_MS / 1_000 };
}

/** The challenge that a browser answers, which is used up by that. Null: we gave none such, it was answered before, or too late. */
export async function takeChallenge(
  { passkeyChallenges, ids, wallClock }: GivesChallenges,
  clientDataJson: string,
): Promise<{ challenge: string; purpose: Purpose } | null> {
  const challenge = challengeOf(clientDataJson);
  if (challenge === null) return null;
  const purpose = await passkeyChallenges.take(ids.digest(challenge), wallClock.nowMs());
  return purpose && { challenge, purpose };
}

/** Whether one of these passkeys has answered. One of which there is a copy does not, and its owner is told. */
export async function hasAnswered(
  needs: TakesPasskeys,
  { accountId, passkeys }: SecondFactor,
  challenge: string,
  answer: PasskeyAnswer,
  { sessionId }: { sessionId: string | null },
): Promise<boolean> {
  const { passkeyChecks, secondFactors, auditLog, notices, wallClock } = needs;
  const passkey = passkeys.find(({ id }) => id === answer.id);
  if (passkey === undefined) return false;
  const counter = await passkeyChecks.signed(challenge, passkey, answer);
  if (counter === null) return false;
  const nowMs = wallClock.nowMs();
  if (isCopy(passkey.counter, counter)) {
    auditLog.notePasskeyCopied(accountId, nowMs);
    await notices.putOnceADay(accountId, 'passkey_copied', nowMs);
    return false;
  }
  return secondFactors.usePasskey(accountId, passkey, counter, nowMs, { sessionId });
}

export function wrongPasskey() {
  return refuse('wrong_passkey', 'This passkey is none of the account, or took too long: ask again.');
}
