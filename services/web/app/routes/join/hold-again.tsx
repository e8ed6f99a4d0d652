import { useQuery } from '@tanstack/react-query';
import { checkoutQuery, type Cohort, cohortQuery, type Enrolment } from '../../api/queries';
import { Problem } from '../../features/act/problem';
import { Attempt } from '../../features/paying/attempt';
import { type TextId, useText } from '../../texts/use-text';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { Muted } from '../../ui/words';
import { holdSeat } from './seat';
import { useStep } from './step';

/** Seats that others take or give back are in nobody else's news. */
const LOOK_EVERY_MS = 5_000;

/** No seat is held (any more): why, and a seat to hold or a place in the waiting list; neither while money may be on its way. */
export function HoldAgain({ cohort, enrolment: { id, holdExpiresAt } }: { cohort: Cohort; enrolment: Enrolment }) {
  const text = useText();
  const { data: checkout, isPending } = useQuery(checkoutQuery(id));
  const { data } = useQuery({ ...cohortQuery(cohort.id), staleTime: 0, refetchInterval: LOOK_EVERY_MS });
  const isFull = (data ?? cohort).seatsLeft === 0;
  const { take, isBusy, problem } = useStep(() => holdSeat(id));
  if (isPending) return <Muted>{text('asked.coming')}</Muted>;
  if (checkout?.state === 'processing' || checkout?.state === 'paid')
    return <Attempt checkout={{ ...checkout, state: 'processing' }} />;
  return (
    <>
      <Card title={text('join.seat')} tone={isFull ? 'attention' : 'plain'} live>
        <p>{text(why(holdExpiresAt !== null || checkout?.reason === 'hold_expired', isFull))}</p>
      </Card>
      <Problem problem={problem} />
      <Button onPress={take} isDisabled={isBusy}>
        {text(isFull ? 'join.wait' : 'join.hold')}
      </Button>
    </>
  );
}

function why(wasHeld: boolean, isFull: boolean): TextId {
  if (wasHeld) return isFull ? 'join.holdOverFull' : 'join.holdOver';
  return isFull ? 'join.full' : 'join.noSeatYet';
}
