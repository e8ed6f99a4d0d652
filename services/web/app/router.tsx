import { createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { todayQuery } from './api/queries';
import { queryClient } from './api/query-client';
import { meQuery } from './features/session/session';
import { at, root } from './root';
import { withActs, withInvited } from './texts/language';
import { workRoutes } from './work-routes';

/** Where to go on after signing in: a place of ours and nothing else. `undefined` is said, because what is left out is taken from the address. */
const nextSearch = (search: Record<string, unknown>): { next?: string | undefined } => ({
  next: typeof search['next'] === 'string' && /^\/(?![/\\])\S*$/.test(search['next']) ? search['next'] : undefined,
});

const home = createRoute({
  ...at('/'),
  beforeLoad: async () => {
    const me = await queryClient.ensureQueryData(meQuery).catch(() => null);
    if (me !== null) throw redirect({ to: '/today' });
  },
  component: lazyRouteComponent(() => import('./routes/cohorts/page'), 'CohortsPage'),
});
const cohorts = createRoute({
  ...at('/cohorts'),
  component: lazyRouteComponent(() => import('./routes/cohorts/page'), 'CohortsPage'),
});
const cohort = createRoute({
  ...at('/cohorts/$cohortId'),
  component: lazyRouteComponent(() => import('./routes/cohort/page'), 'CohortPage'),
});
/** The same page by the cohort's own word, as it is passed on. */
const cohortByWord = createRoute({
  ...at('/c/$slug'),
  component: lazyRouteComponent(() => import('./routes/cohort/page'), 'CohortByWordPage'),
});
const join = createRoute({
  ...at('/cohorts/$cohortId/join'),
  component: lazyRouteComponent(() => import('./routes/join/page'), 'JoinPage'),
});
const enrolment = createRoute({
  ...at('/enrolments/$enrolmentId'),
  // What payment's own return address says of how the processor's page was left.
  validateSearch: ({ payment }: Record<string, unknown>): { payment?: 'cancelled' | undefined } => ({
    payment: payment === 'cancelled' ? payment : undefined,
  }),
  component: lazyRouteComponent(() => import('./routes/enrolment/page'), 'EnrolmentPage'),
});
const signIn = createRoute({
  ...at('/sign-in'),
  validateSearch: nextSearch,
  component: lazyRouteComponent(() => import('./routes/sign-in/page'), 'SignInPage'),
});
const signUp = createRoute({
  ...at('/sign-up'),
  validateSearch: nextSearch,
  component: lazyRouteComponent(() => import('./routes/sign-up/page'), 'SignUpPage'),
});
const confirmSignUp = createRoute({
  ...at('/confirm-sign-up'),
  component: lazyRouteComponent(() => import('./routes/confirm-sign-up/page'), 'ConfirmSignUpPage'),
});
const confirmEmail = createRoute({
  ...at('/confirm-email'),
  component: lazyRouteComponent(() => import('./routes/confirm-email/page'), 'ConfirmEmailPage'),
});
const confirm = createRoute({
  ...at('/confirm'),
  component: lazyRouteComponent(() => import('./routes/confirm/page'), 'ConfirmPage'),
});
const invited = createRoute({
  ...at('/invited'),
  component: lazyRouteComponent(() => withInvited(import('./routes/invited/page')), 'InvitedPage'),
});
const forgotPassword = createRoute({
  ...at('/forgot-password'),
  component: lazyRouteComponent(() => import('./routes/forgot-password/page'), 'ForgotPasswordPage'),
});
const resetPassword = createRoute({
  ...at('/reset-password'),
  component: lazyRouteComponent(() => import('./routes/reset-password/page'), 'ResetPasswordPage'),
});
const invitations = createRoute({
  ...at('/invitations'),
  component: lazyRouteComponent(() => import('./routes/invitations/page'), 'InvitationsPage'),
});
const prefetchToday = (): void => void queryClient.prefetchQuery(todayQuery);
const today = createRoute({
  ...at('/today'),
  // Asked while the page's own code is still under way.
  loader: prefetchToday,
  component: lazyRouteComponent(() => import('./routes/today/page'), 'TodayPage'),
});
const makeUp = createRoute({
  ...at('/make-up/$day'),
  loader: prefetchToday,
  component: lazyRouteComponent(() => import('./routes/make-up/page'), 'MakeUpPage'),
});
const days = createRoute({
  ...at('/days'),
  loader: prefetchToday,
  component: lazyRouteComponent(() => import('./routes/days/page'), 'DaysPage'),
});
const money = createRoute({
  ...at('/money'),
  loader: prefetchToday,
  component: lazyRouteComponent(() => import('./routes/money/page'), 'MoneyPage'),
});
const homework = createRoute({
  ...at('/homework'),
  loader: prefetchToday,
  component: lazyRouteComponent(() => import('./routes/homework/page'), 'HomeworkPage'),
});
const assignment = createRoute({
  ...at('/homework/$assignmentId'),
  loader: prefetchToday,
  component: lazyRouteComponent(() => import('./routes/assignment/page'), 'AssignmentPage'),
});
const leave = createRoute({
  ...at('/leave'),
  loader: prefetchToday,
  component: lazyRouteComponent(() => import('./routes/leave/page'), 'LeavePage'),
});
const appeals = createRoute({
  ...at('/appeals'),
  loader: prefetchToday,
  component: lazyRouteComponent(() => import('./routes/appeals/page'), 'AppealsPage'),
});
const appeal = createRoute({
  ...at('/appeals/$about'),
  loader: prefetchToday,
  component: lazyRouteComponent(() => import('./routes/appeal/page'), 'AppealPage'),
});
const decisions = createRoute({
  ...at('/decisions'),
  loader: prefetchToday,
  component: lazyRouteComponent(() => import('./routes/decisions/page'), 'DecisionsPage'),
});
const certificate = createRoute({
  ...at('/certificate'),
  loader: prefetchToday,
  component: lazyRouteComponent(() => import('./routes/certificate/page'), 'CertificatePage'),
});
const quit = createRoute({
  ...at('/quit'),
  loader: prefetchToday,
  component: lazyRouteComponent(() => import('./routes/quit/page'), 'QuitPage'),
});
const account = createRoute({
  ...at('/account'),
  component: lazyRouteComponent(() => import('./routes/account/page'), 'AccountPage'),
});
const myActs = createRoute({
  ...at('/account/log'),
  component: lazyRouteComponent(() => withActs(import('./routes/my-acts/page')), 'MyActsPage'),
});
const organisationActs = createRoute({
  ...at('/organisations/$organisationId/log'),
  component: lazyRouteComponent(() => withActs(import('./routes/organisation-acts/page')), 'OrganisationActsPage'),
});
const acts = createRoute({
  ...at('/log'),
  component: lazyRouteComponent(() => withActs(import('./routes/acts/page')), 'ActsPage'),
});
const proof = createRoute({
  ...at('/proof/$organisationId'),
  component: lazyRouteComponent(() => import('./routes/proof/page'), 'ProofPage'),
});
const record = createRoute({
  ...at('/organisations/$organisationId'),
  component: lazyRouteComponent(() => import('./routes/record/page'), 'RecordPage'),
});
const more = createRoute({
  ...at('/more'),
  component: lazyRouteComponent(() => import('./routes/more/page'), 'MorePage'),
});

export const router = createRouter({
  routeTree: root.addChildren([
    ...workRoutes,
    home,
    cohorts,
    cohort,
    cohortByWord,
    join,
    enrolment,
    signIn,
    signUp,
    confirmSignUp,
    confirmEmail,
    confirm,
    invited,
    forgotPassword,
    resetPassword,
    invitations,
    today,
    makeUp,
    days,
    money,
    homework,
    assignment,
    leave,
    appeals,
    appeal,
    decisions,
    certificate,
    quit,
    account,
    myActs,
    organisationActs,
    acts,
    proof,
    record,
    more,
  ]),
  defaultPreload: 'intent',
  scrollRestoration: false,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
