import { useState } from 'react';
import { api } from '../../api/client';
import { isSayable } from '../../features/act/is-sayable';
import { Problem } from '../../features/act/problem';
import { useAct } from '../../features/act/use-act';
import { useMoney } from '../../features/money/use-money';
import { useText } from '../../texts/use-text';
import { Button } from '../../ui/button';
import { Field } from '../../ui/field';
import { Form } from '../../ui/form';
import { Muted } from '../../ui/words';
import { minorOf, typedOf } from './amount';
import { cohortMoneyQuery, type HandWork, handWorkQuery } from './read';

/** Of the services, see packages/contracts. */
const MOST_CHARACTERS = 100;

interface PayByHandProps {
  cohortId: string;
  work: HandWork;
  onDone(): void;
}

/** What the owner paid from elsewhere: it counts once the learner has said that it came. */
export function PayByHand({ cohortId, work, onDone }: PayByHandProps) {
  const text = useText();
  const money = useMoney(work.currency);
  const [amount, setAmount] = useState(() => typedOf(suggested(work), work.currency));
  const [method, setMethod] = useState('');
  const [reference, setReference] = useState('');
  const amountMinor = minorOf(amount, work.currency);
  const { take, isBusy, problem } = useAct(
    async (key) => {
      await api.payment.POST('/enrolments/{enrolmentId}/manual-payouts', {
        params: { path: { enrolmentId: work.enrolmentId }, header: { 'Idempotency-Key': key } },
        body: { amountMinor: amountMinor ?? 0, method: method.trim(), reference: reference.trim() },
      });
      onDone();
    },
    { refused: REFUSED, renews: [handWorkQuery(cohortId).queryKey, cohortMoneyQuery(cohortId).queryKey] },
  );
  const isTooMuch = amountMinor !== null && amountMinor > work.openMinor;
  const isReady =
    amountMinor !== null &&
    amountMinor > 0 &&
    !isTooMuch &&
    isSayable(method, MOST_CHARACTERS) &&
    isSayable(reference, MOST_CHARACTERS);
  return (
    <Form onSubmit={() => isReady && !isBusy && take()}>
      <Field
        label={text('cohortMoney.amount', { currency: work.currency })}
        note={text('cohortMoney.amountNote', { amount: money(work.openMinor) })}
        inputMode="decimal"
        value={amount}
        onChange={setAmount}
        error={amountMinor === null || isTooMuch ? text('cohortMoney.amountWrong') : undefined}
      />
      <Field
        label={text('cohortMoney.method')}
        note={text('cohortMoney.methodNote')}
        value={method}
        onChange={setMethod}
        mostCharacters={MOST_CHARACTERS}
      />
      <Field
        label={text('cohortMoney.reference')}
        note={text('cohortMoney.referenceNote')}
        value={reference}
        onChange={setReference}
        mostCharacters={MOST_CHARACTERS}
        autoComplete="off"
      />
      <Muted>{text('cohortMoney.recordNote')}</Muted>
      <Problem problem={problem} />
      <Button type="submit" isDisabled={!isReady || isBusy}>
        {text('cohortMoney.record')}
      </Button>
      <Button quiet onPress={onDone} isDisabled={isBusy}>
        {text('cohortMoney.notNow')}
      </Button>
    </Form>
  );
}

/** What waits and what is asked for; credit that nobody asks for may stay credit. */
function suggested({ openMinor, unconfirmedMinor, waiting, creditPayout }: HandWork): number {
  const wantedMinor = waiting.reduce((sum, one) => sum + one.amountMinor, creditPayout?.amountMinor ?? 0);
  return Math.max(0, Math.min(openMinor, wantedMinor - unconfirmedMinor));
}

const REFUSED = {
  nothing_owed: 'cohortMoney.nothingOpen',
  more_than_owed: 'cohortMoney.amountWrong',
  refunds_frozen: 'cohortMoney.frozen',
  reference_used: 'cohortMoney.referenceUsed',
} as const;
