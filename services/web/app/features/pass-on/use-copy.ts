import { useState } from 'react';

/** Puts a text into the clipboard, and says how that went; `byHand` where pages have no clipboard, as inside some apps. */
export function useCopy(content: string) {
  const [state, setState] = useState<'copy' | 'copied' | 'byHand'>('copy');
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(content);
      setState('copied');
    } catch {
      setState('byHand');
    }
  };
  return { state, copy };
}
