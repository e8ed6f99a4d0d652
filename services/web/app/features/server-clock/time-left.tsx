import { useEffect } from 'react';
import { useText } from '../../texts/use-text';
import { timeLeftText } from '../time/time-left';
import { useTimeLeft } from './use-time-left';

/** How long is left until an instant, and what happens then. Not announced at every tick: whoever listens asks for it. */
export function TimeLeft({ until, onOver }: { until: string; onOver?: () => void }) {
  const text = useText();
  const leftMs = useTimeLeft(until);
  const isOver = leftMs !== null && leftMs <= 0;
  useEffect(() => {
    if (isOver) onOver?.();
  }, [isOver]);
  return (
    <time dateTime={until} role="timer" aria-live="off">
      {leftMs === null ? '' : timeLeftText(text, leftMs)}
    </time>
  );
}
