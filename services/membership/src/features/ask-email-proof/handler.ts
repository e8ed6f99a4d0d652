import { refuse, type Refused } from '@daka/contracts';
import type { Ports } from '../../ports';
import { freshLetter } from '../letters';

type Needs = Pick<Ports, 'accounts' | 'letters' | 'attempts' | 'ids' | 'linkSeal' | 'wallClock'>;

/** Writes another letter with the link that proves an address; the link of the one before opens nothing from then on. */
export function createAskEmailProof(needs: Needs, nudge: () => void) {
  const { accounts, letters, attempts } = needs;
  return async function askEmailProof(accountId: string): Promise<Refused<'not_found' | 'too_many_attempts'> | null> {
    const account = await accounts.load(accountId);
    if (account === null) return refuse('not_found');
    if (account.emailProvenAtMs !== null) return null;
    const waitSeconds = await attempts.take('letter', accountId);
    if (waitSeconds !== null)
      return refuse('too_many_attempts', `Some letters are on their way; ask again in ${waitSeconds} seconds.`, {
        retryAfterSeconds: waitSeconds,
      });
    await letters.put(accountId, 'prove_email', freshLetter(needs, 'prove_email'));
    nudge();
    return null;
  };
}
export type AskEmailProof = ReturnType<typeof createAskEmailProof>;
