import { useQuery } from '@tanstack/react-query';
import { type Enrolment, myEnrolmentsQuery } from '../../api/queries';
import { useText } from '../../texts/use-text';
import { Card } from '../../ui/card';
import { Figure, Muted } from '../../ui/words';

/** That it is one's turn is heard at once; that others before one left, only by asking. */
const LOOK_EVERY_MS = 60_000;

/** In the waiting list: nothing to pay until a seat is free, and the page notices by itself. */
export function Waiting({ enrolment }: { enrolment: Enrolment }) {
  const text = useText();
  useQuery({ ...myEnrolmentsQuery, refetchInterval: LOOK_EVERY_MS });
  return (
    <Card title={text('join.waiting')} tone="info" live>
      <Figure>{text('join.position', { position: enrolment.waitingPosition ?? 0 })}</Figure>
      <Muted>{text('join.waitingNote')}</Muted>
    </Card>
  );
}
