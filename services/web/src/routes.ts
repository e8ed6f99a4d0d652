import { exportAccountRoute } from './features/export-account/http';
import { showClockRoute } from './features/show-clock/http';
import { showTodayRoute } from './features/show-today/http';
import { confirmSignUpRoute, signInByPasskeyRoute, signInRoute } from './features/sign-in/http';
import { signOutRoute } from './features/sign-out/http';
import { tellNewsRoute } from './features/tell-news/http';

/** What the origin answers itself, below /api; all else it forwards. */
export const routes = [
  signInRoute,
  signInByPasskeyRoute,
  confirmSignUpRoute,
  signOutRoute,
  showTodayRoute,
  tellNewsRoute,
  exportAccountRoute,
  showClockRoute,
] as const;
