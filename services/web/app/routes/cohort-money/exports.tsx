import { useText } from '../../texts/use-text';
import { Card } from '../../ui/card';
import { Line, Lines } from '../../ui/lines';
import { Muted } from '../../ui/words';

const TABLES = ['members', 'refunds', 'entries'] as const;

/** The same money as tables, for the bookkeeping. The browser saves what comes as it comes. */
export function Exports({ cohortId }: { cohortId: string }) {
  const text = useText();
  return (
    <Card title={text('cohortMoney.exports')}>
      <Lines>
        {TABLES.map((table) => (
          <Line
            key={table}
            what={
              <a href={`/api/payment/cohorts/${cohortId}/money/${table}.csv`} download>
                {text('cohortMoney.export', { table })}
              </a>
            }
            note={text('cohortMoney.exportNote', { table })}
          />
        ))}
      </Lines>
      <Muted>{text('cohortMoney.exportHow')}</Muted>
    </Card>
  );
}
