import { useQuery } from '@tanstack/react-query';
import { type Current, statementQuery, todayQuery } from '../../api/queries';
import { Deposit } from '../../features/money/deposit';
import { StatementLines } from '../../features/statement/statement-lines';
import { useMoney } from '../../features/money/use-money';
import { useDates } from '../../features/time/use-dates';
import { SettlementCard } from '../../features/settlement/settlement';
import { useText } from '../../texts/use-text';
import { Asked } from '../../features/asked/asked';
import { ButtonLink, DownloadLink } from '../../ui/button';
import { Card } from '../../ui/card';
import { Page } from '../../ui/page';
import { Muted, Plus } from '../../ui/words';
import { CreditCard } from './credit-card';
import { HandPayments } from './hand-payments';
import { ProofCard } from './proof-card';

/** Where the reader's money is, what moved it, and whether that adds up. */
export function MoneyPage() {
  const text = useText();
  const query = useQuery(todayQuery);
  return (
    <Page title={text('money.title')} above={query.data?.current?.title} tabs>
      <Asked query={query}>
        {({ current }) =>
          current === null ? (
            <>
              <Muted>{text('money.none')}</Muted>
              <ButtonLink to="/cohorts" quiet>
                {text('noDays.find')}
              </ButtonLink>
            </>
          ) : (
            <Money current={current} />
          )
        }
      </Asked>
    </Page>
  );
}

function Money({ current }: { current: Current }) {
  const text = useText();
  const { enrolmentId, currency, outlook } = current;
  const money = useMoney(currency);
  const dates = useDates(outlook.timeZone);
  const statement = useQuery(statementQuery(enrolmentId));
  return (
    <>
      <Deposit current={current} />
      {outlook.nextPayout !== null && (
        <Card title={text('money.next')} id="next-payout">
          <p>
            <Plus>+ {money(outlook.nextPayout.amountMinor)}</Plus>{' '}
            {text('money.nextAt', { time: dates.dateAndTime(outlook.nextPayout.at), zone: dates.zone })}
          </p>
        </Card>
      )}
      {outlook.next === null && <SettlementCard {...current} timeZone={outlook.timeZone} />}
      <HandPayments enrolmentId={enrolmentId} />
      {statement.data !== undefined && <CreditCard statement={statement.data} />}
      <ProofCard enrolmentId={enrolmentId} />
      <Card title={text('decisions.title')}>
        <Muted>{text('decisions.short')}</Muted>
        <ButtonLink to="/decisions" quiet small>
          {text('decisions.read')}
        </ButtonLink>
      </Card>
      <Card title={text('money.statement')}>
        <Asked query={statement}>{(known) => <StatementLines statement={known} timeZone={outlook.timeZone} />}</Asked>
      </Card>
      <DownloadLink href={`/api/export/enrolments/${enrolmentId}`}>{text('money.replay')}</DownloadLink>
      <Muted>{text('money.replayNote')}</Muted>
    </>
  );
}
