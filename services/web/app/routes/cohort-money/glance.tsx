import { useMoney } from '../../features/money/use-money';
import { useText } from '../../texts/use-text';
import { Card } from '../../ui/card';
import { Figure, Muted } from '../../ui/words';
import styles from './page.module.css';
import type { CohortMoney } from './read';

/** The four figures that a day begins with. */
export function Glance({ money: { whose, where, pool }, currency }: { money: CohortMoney; currency: string }) {
  const text = useText();
  const money = useMoney(currency);
  const figures = [
    { name: 'held', amountMinor: whose.heldMinor + whose.frozenMinor },
    { name: 'owed', amountMinor: whose.payableMinor + whose.inFlightMinor },
    { name: 'returned', amountMinor: where.refundedMinor },
    { name: 'forfeited', amountMinor: pool.forfeitedMinor },
  ];
  return (
    <div className={styles['figures']}>
      {figures.map(({ name, amountMinor }) => (
        <Card key={name} title={text('cohortMoney.figure', { name })}>
          <Figure>{money(amountMinor)}</Figure>
          <Muted>{text('cohortMoney.figureNote', { name })}</Muted>
        </Card>
      ))}
    </div>
  );
}
