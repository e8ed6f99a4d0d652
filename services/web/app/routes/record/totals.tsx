import type { PublicRecord } from '../../api/queries';
import { useMoney } from '../../features/money/use-money';
import { type Text, useText } from '../../texts/use-text';
import { Card } from '../../ui/card';
import { Line, Lines } from '../../ui/lines';
import { Chip, Muted } from '../../ui/words';

type Figures = NonNullable<PublicRecord['items'][number]['figures']>;

/** Of all cohorts that ended with prices in one currency: who completed, and where the deposits went. */
export function Totals({ totals }: { totals: PublicRecord['totals'][number] }) {
  const text = useText();
  const { cohorts, cohortsLeftOut, members, completion, currency } = totals;
  return (
    <Card
      title={text('record.totals', { cohorts })}
      aside={completion !== null && completion.of > 0 && <Chip>{percentOf(completion)}</Chip>}
    >
      <Lines>
        <Line what={text('record.members')} much={members} />
        <Completion completion={completion} />
        <Deposits figures={totals} currency={currency} />
      </Lines>
      {cohortsLeftOut > 0 && <Muted>{text('record.leftOut', { cohorts: cohortsLeftOut })}</Muted>}
    </Card>
  );
}

function Completion({ completion }: Pick<Figures, 'completion'>) {
  const text = useText();
  if (completion === null) return <Line what={text('record.completed')} much="–" note={text('earlier.unknown')} />;
  const { of, completed, perfect } = completion;
  return (
    <>
      <Line what={text('record.completed')} much={text('record.of', { count: completed, all: of })} />
      <Line what={text('record.perfect')} much={text('record.of', { count: perfect, all: of })} />
    </>
  );
}

function Deposits({ figures, currency }: { figures: Figures; currency: string }) {
  const text = useText();
  const money = useMoney(currency);
  const { depositMinor, returnedMinor, unconfirmedMinor, forfeitedMinor, otherwise } = figures;
  return (
    <>
      <Line what={text('record.deposits')} much={money(depositMinor)} />
      <Line
        what={text('record.returned')}
        note={otherwise > 0 ? text('record.otherwise', { people: otherwise }) : text('record.returnedNote')}
        much={money(returnedMinor)}
      />
      {unconfirmedMinor > 0 && (
        <Line what={text('record.unconfirmed')} note={text('record.unconfirmedNote')} much={money(unconfirmedMinor)} />
      )}
      <Line
        what={text('record.forfeited')}
        note={forfeitedMinor === 0 ? undefined : forfeitsText(text, money, figures)}
        much={money(forfeitedMinor)}
      />
    </>
  );
}

/** Who got what was not earned. */
export function forfeitsText(text: Text, money: (minor: number) => string, figures: Figures): string {
  const { finishersMinor, organiserMinor, charityMinor } = figures;
  const parts = [
    finishersMinor > 0 && text('earlier.toFinishers', { amount: money(finishersMinor) }),
    organiserMinor > 0 && text('earlier.toOrganiser', { amount: money(organiserMinor) }),
    charityMinor > 0 && text('earlier.toCharity', { amount: money(charityMinor) }),
  ].filter((part) => part !== false);
  return parts.join(text('list.comma'));
}

/** Never rounded up. */
export function percentOf({ completed, of }: { completed: number; of: number }): string {
  return `${Math.floor((100 * completed) / of)}%`;
}
