import type { PublicProof } from '../../api/queries';
import { useMoney } from '../../features/money/use-money';
import { useDates } from '../../features/time/use-dates';
import { useText } from '../../texts/use-text';
import { Card } from '../../ui/card';
import { Line, Lines } from '../../ui/lines';
import { Chip, Muted } from '../../ui/words';
import { coverageOf, isCovered } from './coverage';

/** The newest day: owed, held, and how much of it is covered. */
export function LastDay({ record }: { record: PublicProof['items'][number] }) {
  const text = useText();
  const money = useMoney(record.currency);
  const dates = useDates('UTC');
  const { day, sumMinor, heldMinor, cutAt, custody } = record;
  const covered = coverageOf(record);
  return (
    <Card
      title={text('proof.lastDay', { day: dates.day(day) })}
      aside={
        covered !== null && (
          <Chip tone={isCovered(record) ? 'good' : 'bad'}>{text('proof.covered', { percent: covered })}</Chip>
        )
      }
    >
      <Lines>
        <Line what={text('proof.owed')} note={text('proof.owedNote')} much={money(sumMinor)} />
        <Line what={text('proof.held')} note={text('proof.heldNote')} much={money(heldMinor)} />
        {custody !== undefined && (
          <Line what={text('proof.byBooks')} note={text('proof.byBooksNote')} much={money(custody.cashMinor)} />
        )}
        {custody?.accounts.map(({ account, availableMinor, pendingMinor }) => (
          <Line
            key={account}
            what={text('proof.there')}
            note={text('proof.thereNote', { available: money(availableMinor), pending: money(pendingMinor) })}
            much={money(availableMinor + pendingMinor)}
          />
        ))}
      </Lines>
      {!isCovered(record) && <p>{text('proof.short', { amount: money(sumMinor - heldMinor) })}</p>}
      <Muted>{text('proof.cut', { time: dates.dateAndTime(cutAt) })}</Muted>
    </Card>
  );
}
