import type { Received } from '@daka/contracts';

/** `by_rule`: nobody answered in time. */
export type AppealState =
  | 'open'
  | 'upheld'
  | 'upheld_by_rule'
  | 'upheld_by_arbiter'
  | 'dismissed'
  | 'dismissed_by_arbiter';

/** How an appeal stands. Dismissed, taken to the arbiter and answered there, it is one appeal with one end. */
export interface FollowedAppeal {
  appealId: string;
  state: AppealState;
}

/** An event of a book. */
export type AppealFollowed = { type: 'appeal-followed' } & FollowedAppeal;

/** What a message of check-in says of an appeal; most say nothing. */
export function appealIn(received: Received<'checkin.enrolment'>): AppealFollowed[] {
  const state = stateIn(received);
  return state === null || !('appealId' in received.data)
    ? []
    : [{ type: 'appeal-followed', appealId: received.data.appealId, state }];
}

function stateIn(received: Received<'checkin.enrolment'>): AppealState | null {
  switch (received.type) {
    case 'checkin.appeal-opened.v1':
    case 'checkin.appeal-escalated.v1':
      return 'open';
    case 'checkin.appeal-answered.v1': {
      const { decision, answeredBy, answeredAs } = received.data;
      if (answeredAs === 'arbiter') return `${decision}_by_arbiter`;
      return decision === 'upheld' && answeredBy === null ? 'upheld_by_rule' : decision;
    }
    default:
      return null;
  }
}

export function appealsAfter(appeals: readonly FollowedAppeal[], appeal: FollowedAppeal): FollowedAppeal[] {
  const isKnown = appeals.some(({ appealId }) => appealId === appeal.appealId);
  return isKnown ? appeals.map((one) => (one.appealId === appeal.appealId ? appeal : one)) : [...appeals, appeal];
}
