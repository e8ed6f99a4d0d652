import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Asked } from '../../features/asked/asked';
import { useMoney } from '../../features/money/use-money';
import { useDates } from '../../features/time/use-dates';
import { useText } from '../../texts/use-text';
import { Card } from '../../ui/card';
import { Muted } from '../../ui/words';
import styles from './by-day.module.css';
import { CURVES, pathOf, span } from './curves';
import { type MoneyDay, moneyDaysQuery } from './read';

/** What was held, had gone back and was forfeited at the end of each day: drawn, and in figures below. */
export function ByDay({ cohortId, currency }: { cohortId: string; currency: string }) {
  const text = useText();
  const query = useQuery(moneyDaysQuery(cohortId));
  const [isOpen, setOpen] = useState(false);
  return (
    <Card title={text('cohortMoney.byDay')}>
      <Asked query={query}>
        {(days) =>
          days.length === 0 ? (
            <Muted>{text('cohortMoney.none')}</Muted>
          ) : (
            <>
              <Chart days={days} currency={currency} />
              <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
                <summary className={styles['summary']}>{text('cohortMoney.figures')}</summary>
                {isOpen ? <Table days={days} currency={currency} /> : null}
              </details>
            </>
          )
        }
      </Asked>
    </Card>
  );
}

interface DaysProps {
  days: readonly MoneyDay[];
  currency: string;
}

function Chart({ days, currency }: DaysProps) {
  const text = useText();
  const money = useMoney(currency);
  const dates = useDates('UTC');
  const { first, last, mostMinor } = span(days);
  const end = days.at(-1)?.total;
  const said = (name: (typeof CURVES)[number]) =>
    text('cohortMoney.curve', { name, amount: money(end?.[`${name}Minor`] ?? 0) });
  return (
    <figure className={styles['chart']}>
      <ul className={styles['legend']}>
        {CURVES.map((name) => (
          <li key={name}>
            <svg className={styles['sample']} viewBox="0 0 32 8" aria-hidden="true">
              <path className={styles[name]} d="M0 4 H32" />
            </svg>
            {said(name)}
          </li>
        ))}
      </ul>
      <p className={styles['most']}>{money(mostMinor)}</p>
      <svg
        className={styles['canvas']}
        viewBox="0 0 600 200"
        preserveAspectRatio="none"
        role="img"
        aria-label={CURVES.map(said).join(' · ')}
      >
        <path className={styles['base']} d="M0 200 H600" />
        {CURVES.map((name) => (
          <path key={name} className={styles[name]} d={pathOf(days, name, { width: 600, height: 200 })} />
        ))}
      </svg>
      <div className={styles['ends']}>
        <span>{dates.day(first)}</span>
        <span>{dates.day(last)}</span>
      </div>
    </figure>
  );
}

function Table({ days, currency }: DaysProps) {
  const text = useText();
  const money = useMoney(currency);
  const dates = useDates('UTC');
  return (
    <div className={styles['scroll']} role="region" tabIndex={0} aria-label={text('cohortMoney.figures')}>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">{text('cohortMoney.day')}</th>
            {CURVES.map((name) => (
              <th scope="col" key={name}>
                {text('cohortMoney.column', { name })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...days].reverse().map(({ day, total }) => (
            <tr key={day}>
              <th scope="row">{dates.day(day)}</th>
              {CURVES.map((name) => (
                <td key={name}>{money(total[`${name}Minor`])}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
