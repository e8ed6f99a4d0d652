import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/client';
import { handPaymentsQuery, statementQuery } from '../../api/queries';
import { isSayable } from '../../features/act/is-sayable';
import { Problem } from '../../features/act/problem';
import { useAct } from '../../features/act/use-act';
import { useMoney } from '../../features/money/use-money';
import { useText } from '../../texts/use-text';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { LongField } from '../../ui/field';

/** Of the services, see packages/contracts. */
const MOST_CHARACTERS = 1_000;

type HandPayments = Awaited<ReturnType<NonNullable<ReturnType<typeof handPaymentsQuery>['queryFn']>>>;
type HandPayment = HandPayments['items'][number];

/** What the organiser says to have paid directly: confirmed by the reader, or owed. Nothing where nothing is told. */
export function HandPayments({ enrolmentId }: { enrolmentId: string }) {
  const { data } = useQuery(handPaymentsQuery(enrolmentId));
  const open = data?.items.filter(({ state }) => state !== 'confirmed') ?? [];
  return open.map((payment) => (
    <Answer key={payment.reference} enrolmentId={enrolmentId} payment={payment} currency={data?.currency ?? ''} />
  ));
}

interface AnswerProps {
  enrolmentId: string;
  payment: HandPayment;
  currency: string;
}

function Answer({ enrolmentId, payment: { reference, method, amountMinor, state }, currency }: AnswerProps) {
  const text = useText();
  const money = useMoney(currency);
  const [isObjecting, setObjecting] = useState(false);
  const confirm = useAnswer(enrolmentId, { reference, isReceived: true });
  const told = { amount: money(amountMinor), method, reference };
  const isObjected = state === 'objected';
  return (
    <Card title={text(isObjected ? 'hand.objectedTitle' : 'hand.title')}>
      <p>{text(isObjected ? 'hand.objected' : 'hand.told', told)}</p>
      {isObjecting && !isObjected ? (
        <Objection enrolmentId={enrolmentId} reference={reference} onBack={() => setObjecting(false)} />
      ) : (
        <>
          <Problem problem={confirm.problem} />
          <Button onPress={confirm.take} isDisabled={confirm.isBusy} quiet={isObjected}>
            {text('hand.yes')}
          </Button>
          {!isObjected && (
            <Button quiet onPress={() => setObjecting(true)} isDisabled={confirm.isBusy}>
              {text('hand.no')}
            </Button>
          )}
        </>
      )}
    </Card>
  );
}

interface ObjectionProps {
  enrolmentId: string;
  reference: string;
  onBack(): void;
}

function Objection({ enrolmentId, reference, onBack }: ObjectionProps) {
  const text = useText();
  const [reason, setReason] = useState('');
  const { take, isBusy, problem } = useAnswer(enrolmentId, { reference, isReceived: false, reason });
  return (
    <>
      <LongField
        label={text('hand.reason')}
        value={reason}
        onChange={setReason}
        mostCharacters={MOST_CHARACTERS}
        note={text('hand.reasonNote')}
      />
      <Problem problem={problem} />
      <Button onPress={take} isDisabled={isBusy || !isSayable(reason, MOST_CHARACTERS)}>
        {text('hand.object')}
      </Button>
      <Button quiet onPress={onBack} isDisabled={isBusy}>
        {text('hand.back')}
      </Button>
    </>
  );
}

type HandPaymentAnswer = { reference: string } & ({ isReceived: true } | { isReceived: false; reason: string });

function useAnswer(enrolmentId: string, body: HandPaymentAnswer) {
  return useAct(
    (key) =>
      api.payment.POST('/enrolments/{enrolmentId}/manual-payout-answers', {
        params: { path: { enrolmentId }, header: { 'Idempotency-Key': key } },
        body,
      }),
    {
      refused: { answered_already: 'hand.already' },
      renews: [handPaymentsQuery(enrolmentId).queryKey, statementQuery(enrolmentId).queryKey],
    },
  );
}
