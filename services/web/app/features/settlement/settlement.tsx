import { useQuery } from '@tanstack/react-query';
import { settlementQuery } from '../../api/queries';
import { useText } from '../../texts/use-text';
import { Card } from '../../ui/card';
import { Line, Lines } from '../../ui/lines';
import { Muted } from '../../ui/words';
import { useMoney } from '../money/use-money';
import { useDates } from '../time/use-dates';

type Settlement = Awaited<ReturnType<NonNullable<ReturnType<typeof settlementQuery>['queryFn']>>>;

interface SettlementProps {
  cohortId: string;
  currency: string;
  timeZone: string;
}

/** When the class is settled, what that waits for and until when at the latest; afterwards what was forfeited and who has it. Nothing until it is known. */
export function SettlementCard({ cohortId, currency, timeZone }: SettlementProps) {
  const text = useText();
  const { data } = useQuery(settlementQuery(cohortId));
  if (data === undefined) return null;
  const shown = { settlement: data, currency, timeZone };
  return (
    <Card title={text('settlement.title')}>
      {data.status === 'settled' ? <Shared {...shown} /> : <ToCome {...shown} />}
    </Card>
  );
}

interface ShownProps {
  settlement: Settlement;
  currency: string;
  timeZone: string;
}

function ToCome({ settlement: { settlesAt, heldUntil, ...waits }, timeZone }: ShownProps) {
  const text = useText();
  const dates = useDates(timeZone);
  const { openAppeals, openLeave, awaitedHomework } = waits;
  return (
    <>
      <p>
        {settlesAt === null ? text('settlement.asked') : text('settlement.at', { time: dates.dateAndTime(settlesAt) })}
      </p>
      {openAppeals + openLeave > 0 && (
        <Muted>{text('settlement.waits', { appeals: openAppeals, leave: openLeave })}</Muted>
      )}
      {awaitedHomework > 0 && <Muted>{text('settlement.homework', { members: awaitedHomework })}</Muted>}
      {heldUntil !== null && <Muted>{text('settlement.until', { time: dates.dateAndTime(heldUntil) })}</Muted>}
    </>
  );
}

function Shared({ settlement, currency }: ShownProps) {
  const text = useText();
  const money = useMoney(currency);
  const { poolMinor, bonusMinor, organiserMinor, charityMinor, members, sharers } = settlement;
  if (poolMinor === null || members === null) return <Muted>{text('today.settled')}</Muted>;
  if (poolMinor === 0) return <Muted>{text('settlement.nothing', { members })}</Muted>;
  const parts = [
    { what: text('settlement.shared', { sharers: sharers ?? 0 }), amountMinor: bonusMinor },
    { what: text('settlement.toOrganiser'), amountMinor: organiserMinor },
    { what: text('settlement.toCharity'), amountMinor: charityMinor },
  ];
  return (
    <>
      <Muted>{text('settlement.pool', { members, amount: money(poolMinor) })}</Muted>
      <Lines>
        {parts.map(
          ({ what, amountMinor }) =>
            amountMinor !== null && amountMinor > 0 && <Line key={what} what={what} much={money(amountMinor)} />,
        )}
      </Lines>
    </>
  );
}
