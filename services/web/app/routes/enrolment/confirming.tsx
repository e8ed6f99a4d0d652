import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { checkoutQuery } from '../../api/queries';
import { Attempt } from '../../features/paying/attempt';
import { useText } from '../../texts/use-text';
import { ButtonLink } from '../../ui/button';
import { Card } from '../../ui/card';
import { Muted } from '../../ui/words';

/** Back from the processor's page with the seat still held: what became of the payment, as far as anybody knows, and where to go on. */
export function Confirming({ enrolmentId, cohortId }: { enrolmentId: string; cohortId: string }) {
  const text = useText();
  const { payment } = useSearch({ from: '/enrolments/$enrolmentId' });
  const { data: checkout } = useQuery(checkoutQuery(enrolmentId));
  const isUnpaid =
    checkout?.state === 'declined' ||
    checkout?.state === 'expired' ||
    (checkout?.state === 'open' && payment === 'cancelled');
  return (
    <>
      {isUnpaid ? (
        <Attempt checkout={checkout} />
      ) : (
        <Card title={text('enrolment.confirming')} tone="info" live>
          <p>{text('enrolment.confirmingText')}</p>
          <Muted>{text('enrolment.mayClose')}</Muted>
        </Card>
      )}
      <ButtonLink to="/cohorts/$cohortId/join" params={{ cohortId }} quiet={!isUnpaid}>
        {text('enrolment.notPaid')}
      </ButtonLink>
    </>
  );
}
