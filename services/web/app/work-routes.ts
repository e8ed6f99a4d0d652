import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { membersSearch } from './features/members/sought';
import { type EntriesSearch, entriesSearch, type QueueSearch, queueSearch } from './features/reviewing/sought';
import { at } from './root';
import { atDesk, atWork, withAccount, withTasks } from './texts/language';

const cohortDecisions = createRoute({
  ...at('/cohorts/$cohortId/decisions'),
  component: lazyRouteComponent(() => atWork(import('./routes/cohort-decisions/page')), 'CohortDecisionsPage'),
});
const members = createRoute({
  ...at('/cohorts/$cohortId/members'),
  validateSearch: (search: Record<string, unknown>): Partial<ReturnType<typeof membersSearch>> => membersSearch(search),
  component: lazyRouteComponent(() => atWork(import('./routes/members/page')), 'MembersPage'),
});
const member = createRoute({
  ...at('/cohorts/$cohortId/members/$enrolmentId'),
  component: lazyRouteComponent(() => atWork(import('./routes/member/page')), 'MemberPage'),
});
const importLearners = createRoute({
  ...at('/cohorts/$cohortId/import'),
  component: lazyRouteComponent(() => atWork(import('./routes/import/page')), 'ImportPage'),
});
const wholeClass = createRoute({
  ...at('/cohorts/$cohortId/class'),
  component: lazyRouteComponent(() => atWork(import('./routes/class/page')), 'ClassPage'),
});
const requests = createRoute({
  ...at('/cohorts/$cohortId/requests'),
  component: lazyRouteComponent(() => atWork(import('./routes/requests/page')), 'RequestsPage'),
});
const cohortMoney = createRoute({
  ...at('/cohorts/$cohortId/money'),
  component: lazyRouteComponent(() => atWork(import('./routes/cohort-money/page')), 'CohortMoneyPage'),
});
const queue = createRoute({
  ...at('/cohorts/$cohortId/queue'),
  validateSearch: (search: Record<string, unknown>): QueueSearch => queueSearch(search),
  component: lazyRouteComponent(() => atDesk(import('./routes/queue/page')), 'QueuePage'),
});
const assignments = createRoute({
  ...at('/cohorts/$cohortId/assignments'),
  component: lazyRouteComponent(() => withTasks(import('./routes/assignments/page')), 'AssignmentsPage'),
});
const entries = createRoute({
  ...at('/cohorts/$cohortId/entries'),
  validateSearch: (search: Record<string, unknown>): EntriesSearch => entriesSearch(search),
  component: lazyRouteComponent(() => atDesk(import('./routes/entries/page')), 'EntriesPage'),
});
const staff = createRoute({
  ...at('/cohorts/$cohortId/staff'),
  component: lazyRouteComponent(() => atWork(import('./routes/staff/page')), 'StaffPage'),
});
const organisations = createRoute({
  ...at('/organisations'),
  component: lazyRouteComponent(() => atWork(import('./routes/organisations/page')), 'OrganisationsPage'),
});
const organisationMoney = createRoute({
  ...at('/organisations/$organisationId/money'),
  component: lazyRouteComponent(() => atWork(import('./routes/organisation-money/page')), 'OrganisationMoneyPage'),
});
const newCohort = createRoute({
  ...at('/organisations/$organisationId/new'),
  component: lazyRouteComponent(() => atWork(import('./routes/builder/page')), 'NewCohortPage'),
});
const draftCohort = createRoute({
  ...at('/cohorts/$cohortId/edit'),
  component: lazyRouteComponent(() => atWork(import('./routes/builder/page')), 'DraftPage'),
});
const settings = createRoute({
  ...at('/cohorts/$cohortId/settings'),
  component: lazyRouteComponent(() => atWork(import('./routes/settings/page')), 'SettingsPage'),
});
const arbiter = createRoute({
  ...at('/arbiter'),
  component: lazyRouteComponent(() => atWork(import('./routes/arbiter/page')), 'ArbiterPage'),
});
/** These two are for everybody; few open them, so they have texts of their own. */
const secondFactor = createRoute({
  ...at('/account/second-factor'),
  component: lazyRouteComponent(() => withAccount(import('./routes/second-factor/page')), 'SecondFactorPage'),
});

const myData = createRoute({
  ...at('/account/data'),
  component: lazyRouteComponent(() => withAccount(import('./routes/my-data/page')), 'MyDataPage'),
});

/** The pages of those who run a class; their texts come with them, so that no learner loads those. */
export const workRoutes = [
  cohortDecisions,
  members,
  member,
  importLearners,
  wholeClass,
  requests,
  cohortMoney,
  queue,
  entries,
  assignments,
  staff,
  organisations,
  organisationMoney,
  newCohort,
  draftCohort,
  settings,
  arbiter,
  secondFactor,
  myData,
] as const;
