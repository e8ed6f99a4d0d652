import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { isRefusal } from '../../api/refusal';
import { Asked } from '../../features/asked/asked';
import { More } from '../../features/asked/more';
import { useMoney } from '../../features/money/use-money';
import { meQuery } from '../../features/session/session';
import { useText } from '../../texts/use-text';
import { ButtonLink } from '../../ui/button';
import { Card } from '../../ui/card';
import { Line, Lines } from '../../ui/lines';
import { Page } from '../../ui/page';
import { Muted } from '../../ui/words';
import { latestFirst } from './latest-first';
import { OneCohort } from './one-cohort';
import { organisationMoneyQuery, type Sums } from './read';

/** What the money of all cohorts of an organisation is doing, for its owner. */
export function OrganisationMoneyPage() {
  const text = useText();
  const { organisationId } = useParams({ from: '/organisations/$organisationId/money' });
  const query = useQuery(meQuery);
  return (
    <Page title={text('organisationMoney.title')} broad>
      <Muted>{text('organisationMoney.what')}</Muted>
      <Asked query={query}>
        {(me) =>
          me === null ? (
            <ButtonLink to="/sign-in" search={{ next: `/organisations/${organisationId}/money` }}>
              {text('signIn.title')}
            </ButtonLink>
          ) : (
            <Money organisationId={organisationId} timeZone={me.timeZone} />
          )
        }
      </Asked>
    </Page>
  );
}

function Money({ organisationId, timeZone }: { organisationId: string; timeZone: string }) {
  const text = useText();
  const query = useInfiniteQuery(organisationMoneyQuery(organisationId));
  if (isRefusal(query.error, 'not_found', 'not_allowed'))
    return <Card tone="attention" title={text('organisationMoney.notYours')} live />;
  return (
    <Asked query={query}>
      {({ pages }) => {
        const cohorts = latestFirst(pages.flatMap(({ items }) => items));
        if (cohorts.length === 0) return <Muted>{text('organisationMoney.none')}</Muted>;
        return (
          <>
            {pages[0]?.sums?.map((sums) => (
              <InOneCurrency key={sums.currency} sums={sums} />
            ))}
            {cohorts.map((cohort) => (
              <OneCohort key={cohort.cohortId} cohort={cohort} timeZone={timeZone} />
            ))}
            <More query={query} says="organisationMoney.more" />
            <Card title={text('organisationMoney.export')}>
              <Lines>
                <Line
                  what={
                    <a href={`/api/payment/organisations/${organisationId}/money.csv`} download>
                      {text('organisationMoney.exportIt')}
                    </a>
                  }
                  note={text('cohortMoney.exportHow')}
                />
              </Lines>
            </Card>
          </>
        );
      }}
    </Asked>
  );
}

function InOneCurrency({ sums }: { sums: Sums }) {
  const text = useText();
  const money = useMoney(sums.currency);
  return (
    <Card title={text('organisationMoney.sums', { currency: sums.currency, count: sums.cohorts })}>
      <Lines>
        <Line what={text('organisationMoney.held')} much={money(sums.heldMinor)} />
        <Line what={text('cohortMoney.part', { name: 'payable' })} much={money(sums.owedMinor)} />
        <Line what={text('cohortMoney.part', { name: 'inFlight' })} much={money(sums.inFlightMinor)} />
        <Line what={text('cohortMoney.part', { name: 'pool' })} much={money(sums.poolMinor)} />
        <Line what={text('cohortMoney.part', { name: 'organiser' })} much={money(sums.organiserMinor)} />
      </Lines>
    </Card>
  );
}
