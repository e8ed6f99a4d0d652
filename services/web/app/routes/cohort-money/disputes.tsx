import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Asked } from '../../features/asked/asked';
import { More } from '../../features/asked/more';
import { useMoney } from '../../features/money/use-money';
import { TimeLeft } from '../../features/server-clock/time-left';
import { useDates } from '../../features/time/use-dates';
import { useText } from '../../texts/use-text';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { Chip, Chips, Muted } from '../../ui/words';
import { type CohortDispute, disputesQuery } from './read';
import { Item, type ListProps } from './who';

/** What banks question, with until when they take an answer; what they decided is behind a button. */
export function Disputes(props: ListProps) {
  const text = useText();
  const [isPast, setPast] = useState(false);
  return (
    <Card title={text('cohortMoney.disputes')}>
      <List {...props} state="open" />
      {isPast ? (
        <List {...props} state="decided" />
      ) : (
        <Button quiet small onPress={() => setPast(true)}>
          {text('cohortMoney.decided')}
        </Button>
      )}
    </Card>
  );
}

function List({ state, ...props }: ListProps & { state: 'open' | 'decided' }) {
  const text = useText();
  const query = useInfiniteQuery(disputesQuery(props.cohortId, state));
  return (
    <Asked query={query}>
      {({ pages }) => {
        const items = pages.flatMap((page) => page.items);
        return (
          <>
            {items.length === 0 && (
              <Muted>{text(state === 'open' ? 'cohortMoney.noDisputes' : 'cohortMoney.noDecided')}</Muted>
            )}
            <ul>
              {items.map((dispute) => (
                <One key={dispute.disputeId} {...props} dispute={dispute} />
              ))}
            </ul>
            <More query={query} />
          </>
        );
      }}
    </Asked>
  );
}

const TONES = { open: 'attention', won: 'good', lost: 'bad' } as const;

function One({ cohortId, known, timeZone, dispute }: ListProps & { dispute: CohortDispute }) {
  const text = useText();
  const money = useMoney(dispute.currency);
  const dates = useDates(timeZone);
  const { status, answerBy, openedAt, coveredMinor, lossMinor } = dispute;
  return (
    <Item
      cohortId={cohortId}
      enrolmentId={dispute.enrolmentId}
      known={known}
      much={money(dispute.amountMinor)}
      said={
        <>
          <Chips>
            <Chip tone={TONES[status]}>{text('cohortMoney.disputeIs', { status })}</Chip>
          </Chips>
          <p>{text('cohortMoney.disputeOpened', { day: dates.date(openedAt), reason: dispute.reason })}</p>
          {status === 'open' && answerBy !== null && (
            <p>
              {text('today.left')} <TimeLeft until={answerBy} /> ·{' '}
              {text('cohortMoney.answerBy', { time: dates.dateAndTime(answerBy), zone: dates.zone })}
            </p>
          )}
          {status === 'open' && <p>{text('cohortMoney.disputeWhat')}</p>}
          {status === 'lost' && (
            <p>{text('cohortMoney.disputeLost', { covered: money(coveredMinor), loss: money(lossMinor) })}</p>
          )}
        </>
      }
    />
  );
}
