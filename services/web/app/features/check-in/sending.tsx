import { type ReactNode, useEffect, useState } from 'react';
import { type TextId, useText } from '../../texts/use-text';
import { ButtonLink } from '../../ui/button';
import { Card } from '../../ui/card';
import { Long, Muted } from '../../ui/words';
import type { OutboxItem } from '../outbox/outbox';
import { outbox } from '../outbox/browser-outbox';
import { useIsSignedOut } from '../outbox/use-outbox';

const SLOW_MS = 1_500;

/** Kept and being sent. What happens with the text is said first; a quick answer says nothing of networks. */
export function OnItsWay({ item }: { item: OutboxItem }) {
  const text = useText();
  const [isSlow, setSlow] = useState(!navigator.onLine);
  useEffect(() => {
    void outbox.flush(); // after a sign-in, say
    const timer = setTimeout(() => setSlow(true), SLOW_MS);
    return () => clearTimeout(timer);
  }, []);
  const isSignedOut = useIsSignedOut();
  return (
    <Card tone="info" title={text('sending.title')} live>
      <p>{text(isSignedOut ? 'sending.signedOut' : isSlow ? 'sending.offline' : 'sending.now')}</p>
      <Long>{item.text}</Long>
      {isSignedOut && (
        <ButtonLink to="/sign-in" search={{ next: location.pathname }} small>
          {text('signIn.title')}
        </ButtonLink>
      )}
    </Card>
  );
}

/** Why the server did not take a text, by its words. */
const REASONS: Readonly<Record<string, TextId>> = {
  day_over: 'refused.dayOver',
  window_closed: 'refused.windowClosed',
  no_make_ups_left: 'refused.noMakeUps',
  already_checked_in: 'refused.already',
  too_short: 'refused.tooShort',
  too_long: 'refused.tooLong',
  day_not_open: 'refused.notOpen',
  day_not_required: 'refused.notRequired',
  enrolment_closed: 'refused.closed',
  cohort_settled: 'refused.closed',
};

/** The server did not take it: why, that the text is kept, the text, and what can be done with it. */
export function Refused({ item, title, children }: { item: OutboxItem; title?: string; children: ReactNode }) {
  const text = useText();
  return (
    <Card tone="attention" title={title ?? text('refused.title')} live>
      <p>{text(REASONS[item.refusal ?? ''] ?? 'refused.other')}</p>
      <Muted>{text('refused.kept')}</Muted>
      <Long>{item.text}</Long>
      {children}
    </Card>
  );
}
