import type { Checkout } from '../../api/queries';
import { useText } from '../../texts/use-text';
import { Card } from '../../ui/card';
import { Muted } from '../../ui/words';

/** What became of the last attempt to pay: what happened to the money, why, and what to do next. Nothing where there was none. */
export function Attempt({ checkout }: { checkout: Checkout | undefined }) {
  const text = useText();
  if (checkout === undefined) return null;
  const { state, reason } = checkout;
  if (state === 'processing')
    return (
      <Card tone="info" title={text('enrolment.confirming')} live>
        <p>{text('enrolment.confirmingText')}</p>
      </Card>
    );
  if (state === 'open')
    return (
      <Card tone="info" title={text('attempt.unseen')} live>
        <p>{text('attempt.unseenText')}</p>
      </Card>
    );
  if (reason === null || (state !== 'declined' && state !== 'expired')) return null;
  return (
    <Card tone="attention" title={text('attempt.notCharged')} live>
      <p>{text('attempt.reason', { reason })}</p>
      <Muted>{text('attempt.next', { reason })}</Muted>
    </Card>
  );
}
