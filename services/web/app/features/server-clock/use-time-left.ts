import { useEffect, useState } from 'react';
import { serverClock } from './server-clock';

const TICK_MS = 1_000;

/** Milliseconds until an instant by the server's clock, anew every second; null until the server was heard. */
export function useTimeLeft(until: string): number | null {
  const left = (): number | null => {
    const nowMs = serverClock.nowMs();
    return nowMs === null ? null : Date.parse(until) - nowMs;
  };
  const [leftMs, setLeftMs] = useState(left);
  useEffect(() => {
    const tick = (): void => setLeftMs(left());
    tick();
    const timer = setInterval(tick, TICK_MS);
    return () => clearInterval(timer);
  }, [until]);
  return leftMs;
}
