import type { CheckoutSession } from './book';
import type { BookEventOf } from './book-events';
import { byType } from '@daka/contracts';

type SessionEvent = BookEventOf<
  | 'checkout-planned'
  | 'checkout-opened'
  | 'checkout-checked'
  | 'checkout-tried'
  | 'checkout-ending'
  | 'checkout-paid'
  | 'checkout-closed'
>;

export function sessionsAfter(sessions: readonly CheckoutSession[], event: SessionEvent): CheckoutSession[] {
  if (event.type !== 'checkout-planned')
    return sessions.map((session) =>
      session.number === event.number ? { ...session, ...sessionAfter(event, session) } : session,
    );
  const { number, request } = event;
  const nothing = { sessionId: null, url: null, attempt: null, nextCheckAtMs: null };
  return [...sessions, { number, request, status: 'planned', ...nothing, checks: 0 }];
}

const sessionAfter = byType<
  Exclude<SessionEvent, { type: 'checkout-planned' }>,
  [session: CheckoutSession],
  Partial<CheckoutSession>
>({
  'checkout-opened': ({ sessionId, url, nextCheckAtMs }) => ({ status: 'open', sessionId, url, nextCheckAtMs }),
  'checkout-checked': ({ nextCheckAtMs }, { checks }) => ({ checks: checks + 1, nextCheckAtMs }),
  'checkout-tried': ({ attempt }) => ({ attempt }),
  'checkout-ending': ({ nextCheckAtMs }) => ({ nextCheckAtMs }),
  'checkout-paid': () => ({ status: 'paid', attempt: null, nextCheckAtMs: null }),
  'checkout-closed': ({ isFailed }, { attempt }) => ({
    status: 'closed',
    attempt: isFailed ? attempt : null,
    nextCheckAtMs: null,
  }),
});
