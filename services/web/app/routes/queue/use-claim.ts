import { useCallback, useEffect, useRef, useState } from 'react';
import { type Claiming, claims, giveBack } from './claims';

/** Often enough that half an hour never runs out under somebody who works. */
const RENEW_EVERY_MS = 60_000;
const SIGNS_OF_LIFE = ['keydown', 'pointerdown', 'wheel', 'touchmove'] as const;

/** The claim on the piece that is open: taken when it opens, renewed while somebody does something, let go when it closes. */
export function useClaim(submissionId: string): { claiming: Claiming; take(): void } {
  const [claiming, setClaiming] = useState<Claiming>({ state: 'asking' });
  const isAlive = useRef(false);
  const isOpen = useRef(true);
  const take = useCallback(() => {
    const ask = async (): Promise<void> => {
      const answer = await claims.take(submissionId);
      if (isOpen.current) setClaiming(answer);
    };
    void ask();
  }, [submissionId]);

  useEffect(() => {
    isOpen.current = true;
    take();
    const onSign = (): void => void (isAlive.current = true);
    const timer = setInterval(() => {
      if (!isAlive.current) return;
      isAlive.current = false;
      take();
    }, RENEW_EVERY_MS);
    const onHide = (): void => void giveBack(submissionId, true).catch(() => undefined); // it runs out by itself
    const onShow = ({ persisted }: PageTransitionEvent): void => void (persisted && take());
    for (const sign of SIGNS_OF_LIFE) addEventListener(sign, onSign, { passive: true });
    addEventListener('pagehide', onHide);
    addEventListener('pageshow', onShow);
    return () => {
      isOpen.current = false;
      clearInterval(timer);
      for (const sign of SIGNS_OF_LIFE) removeEventListener(sign, onSign);
      removeEventListener('pagehide', onHide);
      removeEventListener('pageshow', onShow);
      claims.letGo(submissionId);
    };
  }, [submissionId, take]);

  return { claiming, take };
}
