import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/client';
import { handPaymentsQuery, type Statement, statementQuery } from '../../api/queries';
import { isSayable } from '../../features/act/is-sayable';
import { Problem } from '../../features/act/problem';
import { useAct } from '../../features/act/use-act';
import { useMoney } from '../../features/money/use-money';
import { useText } from '../../texts/use-text';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { LongField } from '../../ui/field';
import { Muted } from '../../ui/words';

/** Of the services, see packages/contracts. */
const MOST_CHARACTERS = 500;

/** Credit is the reader's own: it pays a fee, or is asked for. Nothing where there is none. */
export function CreditCard({ statement }: { statement: Statement }) {
  const { enrolmentId, creditMinor, currency } = statement;
  const text = useText();
  const money = useMoney(currency);
  const { data } = useQuery({ ...handPaymentsQuery(enrolmentId), enabled: creditMinor > 0 });
  if (creditMinor === 0 || data === undefined) return null;
  const asked = data.creditPayout;
  return (
    <Card title={text('credit.title')}>
      <p>{text('credit.yours', { amount: money(creditMinor) })}</p>
      {asked === null ? (
        <Ask enrolmentId={enrolmentId} />
      ) : (
        <>
          <Muted>{text('credit.asked', { amount: money(asked.amountMinor), payTo: asked.payTo })}</Muted>
          <TakeBack enrolmentId={enrolmentId} payTo={asked.payTo} />
        </>
      )}
    </Card>
  );
}

function Ask({ enrolmentId }: { enrolmentId: string }) {
  const text = useText();
  const [isOpen, setOpen] = useState(false);
  const [payTo, setPayTo] = useState('');
  const { take, isBusy, problem } = useAsk(enrolmentId, { payTo });
  if (!isOpen)
    return (
      <Button quiet onPress={() => setOpen(true)}>
        {text('credit.ask')}
      </Button>
    );
  return (
    <>
      <LongField
        label={text('credit.where')}
        value={payTo}
        onChange={setPayTo}
        mostCharacters={MOST_CHARACTERS}
        note={text('credit.whereNote')}
      />
      <Problem problem={problem} />
      <Button onPress={take} isDisabled={isBusy || !isSayable(payTo, MOST_CHARACTERS)}>
        {text('credit.send')}
      </Button>
    </>
  );
}

function TakeBack({ enrolmentId, payTo }: { enrolmentId: string; payTo: string }) {
  const text = useText();
  const { take, isBusy, problem } = useAsk(enrolmentId, { amountMinor: 0, payTo });
  return (
    <>
      <Problem problem={problem} />
      <Button quiet onPress={take} isDisabled={isBusy}>
        {text('credit.takeBack')}
      </Button>
    </>
  );
}

function useAsk(enrolmentId: string, body: { amountMinor?: number; payTo: string }) {
  return useAct(
    (key) =>
      api.payment.POST('/enrolments/{enrolmentId}/credit-payouts', {
        params: { path: { enrolmentId }, header: { 'Idempotency-Key': key } },
        body,
      }),
    {
      refused: { no_credit: 'credit.none', more_than_credit: 'credit.none' },
      renews: [handPaymentsQuery(enrolmentId).queryKey, statementQuery(enrolmentId).queryKey],
    },
  );
}
