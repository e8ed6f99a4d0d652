import type { membershipHttp, Refused } from '@daka/contracts';
import type { User } from '@daka/service-kit';
import type { z } from 'zod';
import { accountOf, CHALLENGE_MS } from '../../domain/passkey';
import type { Ports } from '../../ports';
import { refuseGuesser } from '../codes';
import { giveChallenge, hasAnswered, type TakesPasskeys, takeChallenge, wrongPasskey } from '../passkeys';

type Needs = TakesPasskeys & Pick<Ports, 'attempts'>;
type Who = Pick<User, 'id'> & { sessionId?: string | null };

/**
 * Where an act takes a code, a passkey does as well: it is exchanged for one that is good once, within minutes, from the same sign-in.
 * So every such act takes passkeys without knowing of them.
 */
export function createProveByPasskey(needs: Needs) {
  const { secondFactors, passkeyChallenges, attempts, ids, wallClock } = needs;
  return {
    begin: async ({
      id,
      sessionId = null,
    }: Who): Promise<
      Refused<'passkeys_impossible' | 'too_many_attempts'> | z.infer<typeof membershipHttp.PasskeyAskedBody>
    > => (await refuseGuesser(needs, begunBy(id))) ?? giveChallenge(needs, { kind: 'prove', accountId: id, sessionId }),

    async prove(
      { id, sessionId = null }: Who,
      answer: z.infer<typeof membershipHttp.PasskeyAnswerBody>,
    ): Promise<Refused<'wrong_passkey'> | z.infer<typeof membershipHttp.PasskeyProofBody>> {
      const taken = await takeChallenge(needs, answer.clientDataJson);
      const purpose = taken?.purpose;
      if (purpose?.kind !== 'prove' || purpose.accountId !== id || purpose.sessionId !== sessionId)
        return wrongPasskey();
      const factor = accountOf(answer.userHandle) === id ? await secondFactors.load(id) : null;
      if (factor === null || !(await hasAnswered(needs, factor, taken?.challenge ?? '', answer, { sessionId })))
        return wrongPasskey();
      await attempts.forget('code', begunBy(id));
      const code = ids.secret();
      const proof = { kind: 'proof' as const, accountId: id, sessionId };
      await passkeyChallenges.add(ids.digest(code), proof, wallClock.nowMs() + CHALLENGE_MS);
      return { code };
    },
  };
}
export type ProveByPasskey = ReturnType<typeof createProveByPasskey>;

const begunBy = (accountId: string) => `passkey|${accountId}`;
