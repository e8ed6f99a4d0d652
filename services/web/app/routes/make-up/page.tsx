import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { type Current, todayQuery } from '../../api/queries';
import { CheckIn } from '../../features/check-in/check-in';
import { useMoney } from '../../features/money/use-money';
import { TimeLeft } from '../../features/server-clock/time-left';
import { useArrived } from '../../features/outbox/use-outbox';
import { useDates } from '../../features/time/use-dates';
import { useText } from '../../texts/use-text';
import { Asked } from '../../features/asked/asked';
import { ButtonLink } from '../../ui/button';
import { Card } from '../../ui/card';
import { Page } from '../../ui/page';
import { Figure, Muted, Strong } from '../../ui/words';

/** Making a missed day up. */
export function MakeUpPage() {
  const text = useText();
  const { day } = useParams({ from: '/make-up/$day' });
  const query = useQuery(todayQuery);
  return (
    <Page title={text('makeUp.title')} above={query.data?.current?.title} tabs>
      <Asked query={query}>
        {({ current }) =>
          current === null ? <Muted>{text('makeUp.gone')}</Muted> : <Day current={current} day={day} />
        }
      </Asked>
    </Page>
  );
}

function Day({ current, day }: { current: Current; day: string }) {
  const text = useText();
  const { outlook, enrolmentId, currency } = current;
  const money = useMoney(currency);
  const dates = useDates(outlook.timeZone);
  const repairable = outlook.repairable.find((one) => one.day === day);
  const receipt = useArrived(enrolmentId).find((one) => one.receipt.day === day)?.receipt;
  if (repairable === undefined)
    return (
      <>
        {receipt === undefined ? (
          <Card tone="info" live>
            <p>{text('makeUp.gone')}</p>
          </Card>
        ) : (
          <Card tone="good" title={text('makeUp.done', { day: dates.dayAndWeekday(day) })} live>
            <Figure>+ {money(receipt.amountMinor)}</Figure>
            {receipt.payoutAt !== null && <p>{text('today.returns', { day: dates.date(receipt.payoutAt) })}</p>}
          </Card>
        )}
        <ButtonLink to="/days" quiet>
          {text('makeUp.toDays')}
        </ButtonLink>
      </>
    );
  const { until, worthMinor } = repairable;
  return (
    <>
      <Card title={text('makeUp.brings')}>
        <Figure>{money(worthMinor)}</Figure>
        {until !== null && (
          <p>
            {text('today.left')}{' '}
            <Strong>
              <TimeLeft until={until} />
            </Strong>
          </p>
        )}
        <Muted>
          {until !== null && text('repair.until', { zone: dates.zone, time: dates.dateAndTime(until) })}{' '}
          {outlook.makeUpsLeft !== null && text('repair.uses', { left: outlook.makeUpsLeft })}
        </Muted>
      </Card>
      <CheckIn
        enrolmentId={enrolmentId}
        day={day}
        minCharacters={outlook.minCharacters}
        besides={outlook.besides}
        label={text('makeUp.write', { day: dates.dayAndWeekday(day) })}
        onTimeOnly={false}
      />
    </>
  );
}
