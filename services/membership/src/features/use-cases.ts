import type { Ports } from '../ports';
import type { createAcceptRules } from './accept-rules/handler';
import type { createAppointStaff } from './appoint-staff/handler';
import type { createApply } from './apply/handler';
import type { createCancelCohort } from './cancel-cohort/handler';
import type { createHoldSeat } from './hold-seat/handler';
import type { createRefreshSession } from './refresh-session/handler';
import type { RefreshCookie } from './session/refresh-cookie';
import type { createSignIn } from './sign-in/handler';
import type { createSignOut } from './sign-out/handler';
import type { createSignUp } from './sign-up/handler';
import type { createWithdraw } from './withdraw/handler';

/** What the routes call: the use cases, and the ports where reading or one decision is the whole story. */
export interface UseCases extends Pick<
  Ports, 'accounts' | 'accessTokens' | 'organisations' | 'cohorts' | 'seatings' | 'enrolments' | 'ids' | 'clock'
> {
  signUp: ReturnType<typeof createSignUp>;
  signIn: ReturnType<typeof createSignIn>;
  refreshSession: ReturnType<typeof createRefreshSession>;
  signOut: ReturnType<typeof createSignOut>;
  refreshCookie: RefreshCookie;
  cancelCohort: ReturnType<typeof createCancelCohort>;
  appointStaff: ReturnType<typeof createAppointStaff>;
  apply: ReturnType<typeof createApply>;
  acceptRules: ReturnType<typeof createAcceptRules>;
  holdSeat: ReturnType<typeof createHoldSeat>;
  withdraw: ReturnType<typeof createWithdraw>;
}
