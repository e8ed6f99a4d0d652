import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { api, bodyOf } from '../../api/client';
import { checkoutQuery, type Cohort, type Enrolment } from '../../api/queries';
import { isInAppBrowser } from '../../features/in-app-browser/in-app-browser';
import { useMoney } from '../../features/money/use-money';
import { Attempt } from '../../features/paying/attempt';
import { TimeLeft } from '../../features/server-clock/time-left';
import { useTimeLeft } from '../../features/server-clock/use-time-left';
import { useText } from '../../texts/use-text';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { Line, Lines } from '../../ui/lines';
import { Muted, Strong } from '../../ui/words';
import { Problem } from '../../features/act/problem';
import { HoldAgain } from './hold-again';
import { onceHeard } from './once-heard';
import { useStep } from './step';

/** Few need it, so few load it. */
const OpenInBrowser = lazy(() =>
  import('../../features/in-app-browser/open-in-browser').then((module) => ({ default: module.OpenInBrowser })),
);

interface PaySeatProps {
  cohort: Cohort;
  enrolment: Enrolment;
}

/** The seat that is held, how long, and the way to the processor's page; a hold that is over can be taken anew. */
export function PaySeat({ cohort, enrolment }: PaySeatProps) {
  const { holdExpiresAt } = enrolment;
  const leftMs = useTimeLeft(holdExpiresAt ?? '');
  const isHeld = holdExpiresAt !== null && (leftMs === null || leftMs > 0);
  return isHeld ? (
    <Pay cohort={cohort} enrolment={enrolment} until={holdExpiresAt} />
  ) : (
    <HoldAgain cohort={cohort} enrolment={enrolment} />
  );
}

function Pay({ cohort, enrolment, until }: PaySeatProps & { until: string }) {
  const text = useText();
  const { entryFeeMinor, depositMinor, currency } = enrolment.price;
  const money = useMoney(currency);
  const { data: checkout } = useQuery(checkoutQuery(enrolment.id));
  const isUnderWay = checkout?.state === 'processing' || checkout?.state === 'paid';
  const { take, isBusy, problem } = useStep(async (key) => {
    const { url } = await onceHeard(() =>
      bodyOf(
        api.payment.POST('/enrolments/{enrolmentId}/checkout', {
          params: { path: { enrolmentId: enrolment.id }, header: { 'Idempotency-Key': key } },
          body: {
            successUrl: `${location.origin}/enrolments/${enrolment.id}`,
            cancelUrl: `${location.origin}/cohorts/${cohort.id}/join`,
          },
        }),
      ),
    );
    location.assign(url ?? `/enrolments/${enrolment.id}`);
  });
  return (
    <>
      <Card
        title={text('join.seat')}
        aside={
          <Muted>
            {text('join.left')}{' '}
            <Strong>
              <TimeLeft until={until} />
            </Strong>
          </Muted>
        }
      >
        <Lines>
          <Line what={text('cohort.fee')} much={money(entryFeeMinor)} />
          <Line what={text('cohort.deposit')} note={text('cohort.depositNote')} much={money(depositMinor)} />
          <Line what={<b>{text('join.sum')}</b>} much={<b>{money(entryFeeMinor + depositMinor)}</b>} />
        </Lines>
        <Muted>{text('join.seatNote')}</Muted>
      </Card>
      <Attempt checkout={checkout} />
      <Problem problem={problem} />
      {isInAppBrowser(navigator.userAgent) ? (
        <Suspense fallback={<Muted>{text('asked.coming')}</Muted>}>
          <OpenInBrowser address={`${location.origin}/cohorts/${cohort.id}/join`}>
            <Button quiet small onPress={take} isDisabled={isBusy || isUnderWay}>
              {text('inApp.anyway')}
            </Button>
          </OpenInBrowser>
        </Suspense>
      ) : (
        <Button onPress={take} isDisabled={isBusy || isUnderWay}>
          {text('join.pay', { amount: money(entryFeeMinor + depositMinor) })}
        </Button>
      )}
    </>
  );
}
