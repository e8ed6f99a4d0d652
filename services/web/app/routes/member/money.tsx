import { useQuery } from '@tanstack/react-query';
import { type Statement, statementQuery } from '../../api/queries';
import { Asked } from '../../features/asked/asked';
import { StatementLines } from '../../features/statement/statement-lines';
import { useMoney } from '../../features/money/use-money';
import { useText } from '../../texts/use-text';
import { Card } from '../../ui/card';
import { Line, Lines } from '../../ui/lines';
import { Muted } from '../../ui/words';

/** What a member paid and what became of it, line by line, as they read it themselves. */
export function Money({ enrolmentId, timeZone }: { enrolmentId: string; timeZone: string }) {
  const text = useText();
  const query = useQuery(statementQuery(enrolmentId));
  return (
    <Card title={text('member.statement')}>
      <Asked query={query}>
        {(statement) =>
          statement.lines.length === 0 ? (
            <Muted>{text('member.noMoney')}</Muted>
          ) : (
            <>
              <Sums statement={statement} />
              <StatementLines statement={statement} timeZone={timeZone} />
            </>
          )
        }
      </Asked>
    </Card>
  );
}

function Sums({ statement }: { statement: Statement }) {
  const text = useText();
  const money = useMoney(statement.currency);
  const sums = [
    { what: text('member.returned'), amountMinor: statement.refundedMinor, isAlways: true },
    { what: text('member.inFlight'), amountMinor: statement.inFlightMinor, isAlways: true },
    { what: text('member.frozen'), amountMinor: statement.frozenMinor },
    { what: text('member.payable'), amountMinor: statement.payableMinor },
    { what: text('member.disputed'), amountMinor: statement.disputedMinor },
  ];
  return (
    <Lines>
      {sums.map(
        ({ what, amountMinor, isAlways = false }) =>
          (isAlways || amountMinor > 0) && <Line key={what} what={what} much={money(amountMinor)} />,
      )}
    </Lines>
  );
}
