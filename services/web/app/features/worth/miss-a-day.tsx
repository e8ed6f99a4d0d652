import type { Policy } from '@daka/rules';
import { useMemo, useState } from 'react';
import { Button as Pressable } from 'react-aria-components';
import { useText } from '../../texts/use-text';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { DepositBar } from '../../ui/bar';
import { Muted, Plus, Strong } from '../../ui/words';
import { useMoney } from '../money/use-money';
import { useDates } from '../time/use-dates';
import { weekdayOf } from '../time/zone';
import grid from '../days/day-grid.module.css';
import styles from './miss-a-day.module.css';
import { simulate, type Simulated } from './simulate';

/** Touch days to miss them and see what of the deposit still comes back. */
export function MissADay({ policy }: { policy: Policy }) {
  const text = useText();
  const money = useMoney(policy.currency);
  const dates = useDates(policy.timeZone);
  const [missed, setMissed] = useState<ReadonlySet<string>>(new Set());
  const { days, entitledMinor, removedOn } = useMemo(() => simulate(policy, missed), [policy, missed]);
  const toggle = (day: string): void => {
    const next = new Set(missed);
    if (!next.delete(day)) next.add(day);
    setMissed(next);
  };
  return (
    <Card title={text('miss.title')}>
      <Muted>{text('miss.how')}</Muted>
      <div className={grid['grid']} role="group" aria-label={text('miss.title')}>
        {days.map((day, index) => (
          <DayToMiss
            key={day.day}
            day={day}
            number={index + 1}
            column={index === 0 ? weekdayOf(policy.startsOn) : null}
            isMissed={missed.has(day.day)}
            timeZone={policy.timeZone}
            onToggle={() => toggle(day.day)}
          />
        ))}
      </div>
      <DepositBar whole={policy.depositMinor} returned={entitledMinor} onItsWay={0} />
      <div className={styles['outcome']} role="status">
        <span>
          {text('miss.returned')} <Plus>{money(entitledMinor)}</Plus>
          {' / '}
          {money(policy.depositMinor)}
        </span>
        <span>
          {text('miss.lost')} <Strong>{money(policy.depositMinor - entitledMinor)}</Strong>
        </span>
      </div>
      {removedOn !== null && <p>{text('miss.removed', { day: dates.day(removedOn) })}</p>}
      {missed.size > 0 && (
        <Button quiet small onPress={() => setMissed(new Set())}>
          {text('miss.reset')}
        </Button>
      )}
    </Card>
  );
}

interface DayToMissProps {
  day: Simulated['days'][number];
  number: number;
  /** Where the first day stands in its week; null for the others, which follow. */
  column: number | null;
  isMissed: boolean;
  timeZone: string;
  onToggle(): void;
}

function DayToMiss({ day: { day, kind, isVoid }, number, column, isMissed, timeZone, onToggle }: DayToMissProps) {
  const text = useText();
  const dates = useDates(timeZone);
  const place = column === null ? {} : { gridColumnStart: column };
  if (kind !== 'required')
    return (
      <span className={`${grid['day']} ${grid['rest']}`} style={place}>
        <span className={grid['number']}>{number}</span>
        {text('mark.rest')}
      </span>
    );
  const state = isVoid ? 'void' : isMissed ? 'missed' : 'done';
  return (
    <Pressable
      className={`${grid['day']} ${grid[state] ?? ''}`}
      style={place}
      aria-pressed={isMissed}
      aria-label={text('miss.day', { day: dates.dayAndWeekday(day) })}
      onPress={onToggle}
    >
      <span className={grid['number']}>{number}</span>
      {text(`mark.${state}`)}
    </Pressable>
  );
}
