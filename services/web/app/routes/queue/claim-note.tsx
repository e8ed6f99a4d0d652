import { useTimeLeft } from '../../features/server-clock/use-time-left';
import { useDates } from '../../features/time/use-dates';
import { useText } from '../../texts/use-text';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { Muted } from '../../ui/words';
import type { Claiming } from './claims';

interface ClaimNoteProps {
  claiming: Claiming;
  nameOfStaff(id: string | null): string;
  timeZone: string;
  onTake(): void;
}

/** Whose the piece is, until when, and what can be done about it. */
export function ClaimNote({ claiming, nameOfStaff, timeZone, onTake }: ClaimNoteProps) {
  const text = useText();
  const dates = useDates(timeZone);
  switch (claiming.state) {
    case 'asking':
      return <Muted>{text('queue.taking')}</Muted>;
    case 'mine':
      return <Mine until={claiming.until} timeZone={timeZone} onTake={onTake} />;
    case 'other': {
      const name = nameOfStaff(claiming.reviewerId);
      const { until } = claiming;
      return (
        <Standing onTake={onTake} again="queue.lookAgain">
          {until === null
            ? text('queue.theirs', { name })
            : text('queue.theirsUntil', { name, time: dates.time(until) })}
        </Standing>
      );
    }
    case 'refused':
      return (
        <Card tone="attention" live>
          <p>{text('queue.refused', { why: claiming.why })}</p>
        </Card>
      );
    case 'unreachable':
      return (
        <Standing onTake={onTake} again="asked.again">
          {text('asked.unreachable')}
        </Standing>
      );
  }
}

function Mine({ until, timeZone, onTake }: { until: string; timeZone: string; onTake(): void }) {
  const text = useText();
  const dates = useDates(timeZone);
  const leftMs = useTimeLeft(until);
  const time = dates.time(until);
  if (leftMs === null || leftMs > 0) return <Muted>{text('queue.mine', { time })}</Muted>;
  return (
    <Standing onTake={onTake} again="queue.takeAgain">
      {text('queue.expired', { time })}
    </Standing>
  );
}

interface StandingProps {
  children: string;
  again: 'queue.lookAgain' | 'queue.takeAgain' | 'asked.again';
  onTake(): void;
}

function Standing({ children, again, onTake }: StandingProps) {
  const text = useText();
  return (
    <Card tone="attention" live>
      <p>{children}</p>
      <Button quiet small onPress={onTake}>
        {text(again)}
      </Button>
    </Card>
  );
}
