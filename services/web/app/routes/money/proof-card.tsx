import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { receiptQuery } from '../../api/queries';
import { Faults } from '../../features/proof/faults';
import { useMoney } from '../../features/money/use-money';
import { useDates } from '../../features/time/use-dates';
import { useText } from '../../texts/use-text';
import { Asked } from '../../features/asked/asked';
import { Card } from '../../ui/card';
import { Line, Lines } from '../../ui/lines';
import { Muted } from '../../ui/words';

type Receipt = NonNullable<Awaited<ReturnType<NonNullable<ReturnType<typeof receiptQuery>['queryFn']>>>>;

/** The last proof of deposits with the reader's own part in it, checked on this device by packages/proof. */
export function ProofCard({ enrolmentId }: { enrolmentId: string }) {
  const text = useText();
  const query = useQuery(receiptQuery(enrolmentId));
  return (
    <Card title={text('proof.title')}>
      <Asked query={query}>
        {(receipt) => (receipt === null ? <Muted>{text('proof.none')}</Muted> : <Checked receipt={receipt} />)}
      </Asked>
    </Card>
  );
}

function Checked({ receipt }: { receipt: Receipt }) {
  const text = useText();
  const { day, leaf } = receipt;
  const money = useMoney(day.currency);
  const dates = useDates('UTC');
  const { data: faults } = useQuery({
    queryKey: ['checked', receipt],
    staleTime: Infinity,
    queryFn: async () => (await import('../../features/proof/check')).checkOwn(receipt),
  });
  return (
    <>
      <Muted>
        {text('proof.day', { day: dates.day(day.day), owed: money(day.sumMinor) })}{' '}
        {text('proof.yours', { amount: money(leaf.balanceMinor) })}
      </Muted>
      {faults === undefined ? (
        <Muted>{text('proof.checking')}</Muted>
      ) : (
        <Faults faults={faults} fine={text('proof.addsUp')} faulty={text('proof.faulty')} />
      )}
      <Lines>
        <Line
          what={
            <a
              href={`/api/payment/enrolments/${leaf.book}/receipts/${day.day}`}
              download={`daka-receipt-${day.day}.json`}
            >
              {text('proof.keep')}
            </a>
          }
          note={text('proof.keepNote')}
        />
        <Line
          what={
            <Link to="/proof/$organisationId" params={{ organisationId: day.organisationId }}>
              {text('proof.public')}
            </Link>
          }
          note={text('proof.publicNote')}
        />
      </Lines>
    </>
  );
}
