import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { proofQuery, type PublicProof } from '../../api/queries';
import { Asked } from '../../features/asked/asked';
import { Faults } from '../../features/proof/faults';
import { useText } from '../../texts/use-text';
import { Card } from '../../ui/card';
import { LanguageSwitch } from '../../ui/language-switch';
import { Page } from '../../ui/page';
import { Long, Muted } from '../../ui/words';
import { CheckAReceipt } from './check-a-receipt';
import { Days } from './days';
import { LastDay } from './last-day';

/** What an organisation owes to learners and what is held for them, day by day: for everybody, checked on their own device. */
export function ProofPage() {
  const text = useText();
  const { organisationId } = useParams({ from: '/proof/$organisationId' });
  const query = useQuery(proofQuery(organisationId));
  return (
    <Page title={text('proof.page')} above={text('app.name')} aside={<LanguageSwitch />}>
      <Long>{text('proof.intro')}</Long>
      <Asked query={query}>{(proof) => <Proof proof={proof} />}</Asked>
      <Link to="/organisations/$organisationId" params={{ organisationId }}>
        {text('record.public')}
      </Link>
    </Page>
  );
}

function Proof({ proof }: { proof: PublicProof }) {
  const text = useText();
  const [newest] = proof.items;
  if (newest === undefined) return <Muted>{text('proof.noneYet')}</Muted>;
  return (
    <>
      {proof.items
        .filter(({ day }) => day === newest.day)
        .map((record) => (
          <LastDay key={record.currency} record={record} />
        ))}
      <Chain proof={proof} />
      <CheckAReceipt proof={proof} />
      <Days items={proof.items} />
    </>
  );
}

function Chain({ proof }: { proof: PublicProof }) {
  const text = useText();
  const { data: faults } = useQuery({
    queryKey: ['chain', proof],
    staleTime: Infinity,
    queryFn: async () => (await import('../../features/proof/check')).checkDays(proof),
  });
  return (
    <Card title={text('proof.chain')}>
      <Muted>{text('proof.chainNote', { days: proof.items.length })}</Muted>
      {faults === undefined ? (
        <Muted>{text('proof.checking')}</Muted>
      ) : (
        <Faults faults={faults} fine={text('proof.chainFine')} faulty={text('proof.chainFaulty')} />
      )}
    </Card>
  );
}
