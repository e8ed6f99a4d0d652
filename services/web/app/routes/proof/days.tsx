import { useState } from 'react';
import type { PublicProof } from '../../api/queries';
import { useMoney } from '../../features/money/use-money';
import { useDates } from '../../features/time/use-dates';
import { useText } from '../../texts/use-text';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { Line, Lines } from '../../ui/lines';
import { coverageOf } from './coverage';

const SHOWN_FIRST = 7;

/** The days before, the last first. */
export function Days({ items }: Pick<PublicProof, 'items'>) {
  const text = useText();
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? items : items.slice(0, SHOWN_FIRST);
  return (
    <Card title={text('proof.days')}>
      <Lines>
        {shown.map((record) => (
          <Day key={`${record.day} ${record.currency}`} record={record} />
        ))}
      </Lines>
      {shown.length < items.length && (
        <Button quiet small onPress={() => setWhole(true)}>
          {text('proof.allDays', { count: items.length })}
        </Button>
      )}
    </Card>
  );
}

function Day({ record }: { record: PublicProof['items'][number] }) {
  const text = useText();
  const money = useMoney(record.currency);
  const dates = useDates('UTC');
  const { day, sumMinor, heldMinor, dayHash } = record;
  const covered = coverageOf(record);
  return (
    <Line
      what={dates.day(day)}
      note={
        <>
          {text('proof.dayLine', { owed: money(sumMinor), held: money(heldMinor) })}
          <br />
          {/* The beginning is enough to compare by eye; a receipt holds the whole. */}
          <code>{dayHash.slice(0, 16)}</code>
        </>
      }
      much={covered === null ? '–' : `${covered}%`}
    />
  );
}
