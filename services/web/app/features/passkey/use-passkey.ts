import { useState } from 'react';
import { withAccount } from '../../texts/language';
import { useText } from '../../texts/use-text';

type Authenticator = typeof import('./authenticator');

/** Comes with its texts. */
const loadAuthenticator = () => withAccount(import('./authenticator'));

/** One act with an authenticator, whose code comes with the first press: that it is under way, and what stood in its way. */
export function usePasskey(act: (authenticator: Authenticator) => Promise<void>) {
  const text = useText();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const take = async (): Promise<void> => {
    setBusy(true);
    setProblem(null);
    try {
      const authenticator = await loadAuthenticator();
      await act(authenticator).catch((error: unknown) => setProblem(text(authenticator.whyNot(error))));
    } catch {
      setProblem(text('asked.unreachable'));
    }
    setBusy(false);
  };
  return { take: () => void take(), isBusy, problem };
}
