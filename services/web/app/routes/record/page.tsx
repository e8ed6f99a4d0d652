import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { type PublicRecord, recordQuery } from '../../api/queries';
import { Asked } from '../../features/asked/asked';
import { More } from '../../features/asked/more';
import { useText } from '../../texts/use-text';
import { Card } from '../../ui/card';
import { LanguageSwitch } from '../../ui/language-switch';
import { Line, Lines } from '../../ui/lines';
import { Page } from '../../ui/page';
import { Long, Muted } from '../../ui/words';
import { Appeals, Refunds } from './conduct';
import { Ended } from './ended';
import { Totals } from './totals';

/** What became of all cohorts of an organisation, of their deposits and of what was decided in them: for everybody, and never begun anew. */
export function RecordPage() {
  const text = useText();
  const { organisationId } = useParams({ from: '/organisations/$organisationId' });
  const query = useInfiniteQuery(recordQuery(organisationId));
  return (
    <Page title={text('record.page')} above={text('app.name')} aside={<LanguageSwitch />}>
      <Long>{text('record.intro')}</Long>
      <Asked query={query}>
        {({ pages }) => {
          const [record] = pages;
          if (record === undefined) return null;
          return (
            <>
              <Cohorts record={record} />
              {record.totals.map((totals) => (
                <Totals key={totals.currency} totals={totals} />
              ))}
              <Appeals conduct={record.conduct} />
              <Refunds conduct={record.conduct} />
              <Ended items={pages.flatMap(({ items }) => items)} />
            </>
          );
        }}
      </Asked>
      <More query={query} says="record.more" />
    </Page>
  );
}

function Cohorts({ record: { cohorts, organisationId } }: { record: PublicRecord }) {
  const text = useText();
  const { published, settled, cancelled, running } = cohorts;
  return (
    <Card title={text('record.cohorts')}>
      {published === 0 ? (
        <Muted>{text('record.none')}</Muted>
      ) : (
        <Lines>
          <Line what={text('record.settled')} much={text('record.of', { count: settled, all: published })} />
          <Line
            what={text('record.cancelled')}
            note={text('record.cancelledNote')}
            much={text('record.of', { count: cancelled, all: published })}
          />
          <Line what={text('record.running')} much={text('record.of', { count: running, all: published })} />
        </Lines>
      )}
      <Link to="/proof/$organisationId" params={{ organisationId }}>
        {text('proof.public')}
      </Link>
    </Card>
  );
}
