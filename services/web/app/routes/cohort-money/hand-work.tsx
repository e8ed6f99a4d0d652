import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Asked } from '../../features/asked/asked';
import { More } from '../../features/asked/more';
import { type MoneyOf, useMoney } from '../../features/money/use-money';
import { useDates } from '../../features/time/use-dates';
import { type Text, useText } from '../../texts/use-text';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { Muted } from '../../ui/words';
import styles from './page.module.css';
import { PayByHand } from './pay-by-hand';
import { type HandWork, handWorkQuery } from './read';
import { Item, type ListProps } from './who';

/** Only the owner pays: what is told as paid is an act with a name. */
type HandWorkProps = ListProps & { mayPay: boolean };

/** Refunds that have no way back, credit that is asked for, and payments that wait for the learner's word; with the way out of each. */
export function HandWorkList(props: HandWorkProps) {
  const text = useText();
  const query = useInfiniteQuery(handWorkQuery(props.cohortId));
  const [open, setOpen] = useState<string | null>(null);
  return (
    <Card title={text('cohortMoney.handWork')}>
      <Asked query={query}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          return (
            <>
              <Muted>{text(items.length === 0 ? 'cohortMoney.noHandWork' : 'cohortMoney.handWorkWhat')}</Muted>
              <ul>
                {items.map((work) => (
                  <One
                    key={work.enrolmentId}
                    {...props}
                    work={work}
                    isOpen={open === work.enrolmentId}
                    onOpen={(isOpen) => setOpen(isOpen ? work.enrolmentId : null)}
                  />
                ))}
              </ul>
              <More query={query} />
            </>
          );
        }}
      </Asked>
    </Card>
  );
}

interface OneProps extends HandWorkProps {
  work: HandWork;
  isOpen: boolean;
  onOpen(isOpen: boolean): void;
}

function One({ cohortId, known, timeZone, mayPay, work, isOpen, onOpen }: OneProps) {
  const text = useText();
  const money = useMoney(work.currency);
  const canPay = mayPay && work.openMinor > 0;
  return (
    <Item
      cohortId={cohortId}
      enrolmentId={work.enrolmentId}
      known={known}
      much={money(work.leftMinor)}
      said={<Said work={work} timeZone={timeZone} />}
    >
      <div className={styles['act']}>
        {isOpen && <PayByHand cohortId={cohortId} work={work} onDone={() => onOpen(false)} />}
        {!isOpen && canPay && (
          <Button quiet small onPress={() => onOpen(true)}>
            {text('cohortMoney.recordIt')}
          </Button>
        )}
        {!canPay && <Muted>{whyNot(work, mayPay, text, money)}</Muted>}
      </div>
    </Item>
  );
}

/** Why nothing can be recorded now, and what happens next. */
function whyNot({ isFrozen, unconfirmedMinor }: HandWork, mayPay: boolean, text: Text, money: MoneyOf): string {
  if (isFrozen) return text('cohortMoney.frozen');
  if (unconfirmedMinor > 0) return text('cohortMoney.waitsForWord', { amount: money(unconfirmedMinor) });
  return mayPay ? text('cohortMoney.nothingOpen') : text('cohortMoney.ownerPays');
}

/** Why it cannot go back by itself, what the learner asks for, and what was told already. */
function Said({ work: { waiting, creditPayout, items, currency }, timeZone }: { work: HandWork; timeZone: string }) {
  const text = useText();
  const money = useMoney(currency);
  const dates = useDates(timeZone);
  return (
    <>
      {waiting.map(({ period, reason, amountMinor }) => (
        <p key={period}>{text('cohortMoney.stuck', { reason, amount: money(amountMinor) })}</p>
      ))}
      {creditPayout !== null && (
        <p>{text('cohortMoney.creditAsked', { amount: money(creditPayout.amountMinor), payTo: creditPayout.payTo })}</p>
      )}
      {items.map(({ reference, state, amountMinor, method, paidAt, reason }) => (
        <p key={reference}>
          {text('cohortMoney.told', {
            state,
            amount: money(amountMinor),
            method,
            reference,
            time: dates.dateAndTime(paidAt),
            reason: reason ?? '',
          })}
        </p>
      ))}
    </>
  );
}
