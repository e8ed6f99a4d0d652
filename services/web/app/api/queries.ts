import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { askTheTime } from '../features/server-clock/server-clock';
import { chosenEnrolment } from '../features/current/chosen';
import { api, bodyOf } from './client';
import { isRefusal } from './refusal';

export type Today = Awaited<ReturnType<typeof fetchToday>>;
export type Current = NonNullable<Today['current']>;
export type Cohort = Awaited<ReturnType<typeof fetchCohort>>;
/** A cohort as a list shows it, without its long texts. */
export type CohortRow = Awaited<ReturnType<typeof fetchCohorts>>['items'][number];
export type Enrolment = Awaited<ReturnType<typeof fetchEnrolment>>;
export type Calendar = Awaited<ReturnType<typeof fetchCalendar>>;
export type Assignment = Awaited<ReturnType<typeof fetchAssignment>>;
export type EarlierCohort = Awaited<ReturnType<typeof fetchEarlier>>['items'][number];
export type Checkout = Awaited<ReturnType<typeof fetchCheckout>>;
export type Withdrawal = Awaited<ReturnType<typeof fetchWithdrawal>>;
export type SignIn = Awaited<ReturnType<NonNullable<(typeof sessionsQuery)['queryFn']>>>['items'][number];
export type Invitation = Awaited<ReturnType<NonNullable<(typeof invitationsQuery)['queryFn']>>>['items'][number];
export type StaffMember = Awaited<ReturnType<NonNullable<ReturnType<typeof staffQuery>['queryFn']>>>['items'][number];
export type OpenInvitation = Awaited<
  ReturnType<NonNullable<ReturnType<typeof openInvitationsQuery>['queryFn']>>
>['items'][number];
export type HandedIn = Awaited<ReturnType<NonNullable<ReturnType<typeof handedInQuery>['queryFn']>>>;
export type PublicProof = Awaited<ReturnType<typeof fetchProof>>;
export type PublicRecord = Awaited<ReturnType<typeof fetchRecord>>;
export type DecisionPage = Awaited<ReturnType<typeof fetchOwnDecisions>>;
export type DecisionsQuery = ReturnType<typeof decisionsOptions>;
export type ActsQuery = ReturnType<typeof actsOptions>;
export type Act = Awaited<ReturnType<typeof fetchMyActs>>['items'][number];
export type Statement = Awaited<ReturnType<typeof fetchStatement>>;

export const todayQuery = queryOptions({ queryKey: ['today'], queryFn: fetchToday, staleTime: 10_000 });

export const clockQuery = queryOptions({
  queryKey: ['clock'],
  queryFn: () => askTheTime(() => bodyOf(api.web.GET('/clock'))),
  staleTime: 60_000,
});

export const cohortsQuery = queryOptions({ queryKey: ['cohorts'], queryFn: fetchCohorts, staleTime: 30_000 });

export const cohortQuery = (cohortId: string) =>
  queryOptions({ queryKey: ['cohort', cohortId], queryFn: () => fetchCohort(cohortId), staleTime: 30_000 });

/** By the word that the cohort has in an address, or had. */
export const cohortByWordQuery = (slug: string) =>
  queryOptions({
    queryKey: ['cohort', 'by-word', slug],
    queryFn: () => bodyOf(api.membership.GET('/cohort-pages/{slug}', { params: { path: { slug } } })),
    staleTime: 30_000,
  });

/** How earlier cohorts of the same organisation ended. */
export const earlierQuery = (cohortId: string) =>
  queryOptions({ queryKey: ['earlier', cohortId], queryFn: () => fetchEarlier(cohortId), staleTime: 300_000 });

/** What I am, over all cohorts. */
export const rolesQuery = queryOptions({
  queryKey: ['roles'],
  queryFn: () => bodyOf(api.membership.GET('/accounts/me/roles', { params: { query: { limit: 100 } } })),
});

/** The course businesses that I founded. */
export const organisationsQuery = queryOptions({
  queryKey: ['organisations'],
  queryFn: () => bodyOf(api.membership.GET('/organisations', { params: { query: { limit: 100 } } })),
});

/** Whether I am one of the platform's arbiters. */
export const authorityQuery = queryOptions({
  queryKey: ['authority'],
  queryFn: () => bodyOf(api.checkin.GET('/accounts/me/authority')),
  staleTime: 300_000,
});

/** What waits for me as the platform's arbiter, the longest first. */
export const arbiterAppealsQuery = queryOptions({
  queryKey: ['arbiterAppeals'],
  queryFn: () => bodyOf(api.checkin.GET('/appeals', { params: { query: { limit: 50 } } })),
});

/** What I am invited to. */
export const invitationsQuery = queryOptions({
  queryKey: ['invitations'],
  queryFn: () => bodyOf(api.membership.GET('/invitations')),
});

/** Who works for a cohort. */
export const staffQuery = (cohortId: string) =>
  queryOptions({
    queryKey: ['staff', cohortId],
    queryFn: () => bodyOf(api.membership.GET('/cohorts/{cohortId}/staff', { params: { path: { cohortId } } })),
  });

/** Whom its owner invited and who has not answered. */
export const openInvitationsQuery = (cohortId: string) =>
  queryOptions({
    queryKey: ['openInvitations', cohortId],
    queryFn: () => bodyOf(api.membership.GET('/cohorts/{cohortId}/invitations', { params: { path: { cohortId } } })),
  });

/** Where I am signed in. */
export const sessionsQuery = queryOptions({
  queryKey: ['sessions'],
  queryFn: () => bodyOf(api.membership.GET('/sessions')),
});

/** Whether signing in takes a code besides the password. */
export const secondFactorQuery = queryOptions({
  queryKey: ['secondFactor'],
  queryFn: () => bodyOf(api.membership.GET('/accounts/me/second-factor')),
});

/** How the payment of an enrolment is. */
export const checkoutQuery = (enrolmentId: string) =>
  queryOptions({ queryKey: ['checkout', enrolmentId], queryFn: () => fetchCheckout(enrolmentId) });

export const myEnrolmentsQuery = queryOptions({
  queryKey: ['enrolments'],
  queryFn: () => bodyOf(api.membership.GET('/enrolments', { params: { query: { limit: 100 } } })),
});

export const enrolmentQuery = (enrolmentId: string) =>
  queryOptions({ queryKey: ['enrolments', enrolmentId], queryFn: () => fetchEnrolment(enrolmentId) });

export const calendarQuery = (enrolmentId: string) =>
  queryOptions({ queryKey: ['calendar', enrolmentId], queryFn: () => fetchCalendar(enrolmentId) });

/** What was paid by hand, or told so, and what credit is asked for. */
export const handPaymentsQuery = (enrolmentId: string) =>
  queryOptions({
    queryKey: ['handPayments', enrolmentId],
    queryFn: () =>
      bodyOf(api.payment.GET('/enrolments/{enrolmentId}/manual-payouts', { params: { path: { enrolmentId } } })),
  });

/** Of a cohort's members and staff: when it is settled, and what became of what was forfeited. */
export const settlementQuery = (cohortId: string) =>
  queryOptions({
    queryKey: ['settlement', cohortId],
    queryFn: () => bodyOf(api.checkin.GET('/cohorts/{cohortId}/settlement', { params: { path: { cohortId } } })),
  });

export const statementQuery = (enrolmentId: string) =>
  queryOptions({ queryKey: ['statement', enrolmentId], queryFn: () => fetchStatement(enrolmentId) });

/** The last receipt of the proof of deposits; null: none was made yet. */
export const receiptQuery = (enrolmentId: string) =>
  queryOptions({
    queryKey: ['receipt', enrolmentId],
    queryFn: async () => {
      try {
        const path = { enrolmentId };
        return await bodyOf(api.payment.GET('/enrolments/{enrolmentId}/receipts/latest', { params: { path } }));
      } catch (error) {
        if (isRefusal(error, 'no_receipt', 'not_found')) return null;
        throw error;
      }
    },
    staleTime: 300_000,
  });

/** Of everybody's deposits at an organisation, for everybody. */
export const proofQuery = (organisationId: string) =>
  queryOptions({ queryKey: ['proof', organisationId], queryFn: () => fetchProof(organisationId), staleTime: 300_000 });

/** How all cohorts of an organisation ended, a page of them at a time; the totals stand on each. */
export const recordQuery = (organisationId: string) =>
  infiniteQueryOptions({
    queryKey: ['record', organisationId],
    staleTime: 60_000,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam: cursor }) => fetchRecord(organisationId, cursor),
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });

/** What was decided about the members of the reader's cohort, oldest first; read anew at every look. */
export const decisionsQuery = (enrolmentId: string) =>
  decisionsOptions(['decisions', enrolmentId], (query) => fetchOwnDecisions(enrolmentId, query));

/** The same for the staff of a cohort and the arbiter. */
export const cohortDecisionsQuery = (cohortId: string) =>
  decisionsOptions(['cohortDecisions', cohortId], (query) => fetchCohortDecisions(cohortId, query));

/** What I did, and what was done to my account. */
export const myActsQuery = actsOptions(['myActs'], fetchMyActs);

/** What the staff of an organisation did, for its owner. */
export const organisationActsQuery = (organisationId: string) =>
  actsOptions(['organisationActs', organisationId], (query) =>
    bodyOf(api.membership.GET('/organisations/{organisationId}/acts', { params: { path: { organisationId }, query } })),
  );

/** All of it, for the platform. */
export const actsQuery = actsOptions(['acts'], (query) => bodyOf(api.membership.GET('/acts', { params: { query } })));

const AT_ONCE = 50;

export const assignmentQuery = (assignmentId: string) =>
  queryOptions({
    queryKey: ['assignment', assignmentId],
    queryFn: () => fetchAssignment(assignmentId),
    staleTime: 5_000,
  });

/** What leaving now would come to; anew at every look, for it moves with the clock. */
export const withdrawalQuery = (enrolmentId: string) =>
  queryOptions({ queryKey: ['withdrawal', enrolmentId], queryFn: () => fetchWithdrawal(enrolmentId), staleTime: 0 });

/** What the reader handed in for an assignment; null: nothing yet. */
export const handedInQuery = (assignmentId: string) =>
  queryOptions({
    queryKey: ['handed-in', assignmentId],
    queryFn: async () => {
      try {
        const path = { assignmentId };
        return await bodyOf(api.homework.GET('/assignments/{assignmentId}/submissions/mine', { params: { path } }));
      } catch (error) {
        if (isRefusal(error, 'no_submission')) return null;
        throw error;
      }
    },
  });

function fetchToday() {
  return askTheTime(() => bodyOf(api.web.GET('/today', { params: { query: chosenQuery() } })));
}

function fetchCohorts() {
  return bodyOf(api.membership.GET('/cohorts', { params: { query: { limit: 50 } } }));
}

function fetchCohort(cohortId: string) {
  return bodyOf(api.membership.GET('/cohorts/{cohortId}', { params: { path: { cohortId } } }));
}

function fetchEnrolment(enrolmentId: string) {
  return bodyOf(api.membership.GET('/enrolments/{enrolmentId}', { params: { path: { enrolmentId } } }));
}

function fetchCalendar(enrolmentId: string) {
  return bodyOf(api.checkin.GET('/enrolments/{enrolmentId}/calendar', { params: { path: { enrolmentId } } }));
}

function fetchStatement(enrolmentId: string) {
  return bodyOf(api.payment.GET('/enrolments/{enrolmentId}/statement', { params: { path: { enrolmentId } } }));
}

function fetchProof(organisationId: string) {
  const params = { path: { organisationId }, query: { limit: 60 } };
  return bodyOf(api.payment.GET('/organisations/{organisationId}/proof', { params }));
}

function fetchRecord(organisationId: string, cursor: string | undefined) {
  const query = { limit: 50, ...(cursor === undefined ? {} : { cursor }) };
  return bodyOf(
    api.payment.GET('/organisations/{organisationId}/record', { params: { path: { organisationId }, query } }),
  );
}

type Paging = { limit: number; cursor?: string };

function decisionsOptions(queryKey: [string, string], fetchPage: (query: Paging) => Promise<DecisionPage>) {
  return infiniteQueryOptions({
    queryKey,
    staleTime: 0,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam: cursor }) => fetchPage({ limit: AT_ONCE, ...(cursor === undefined ? {} : { cursor }) }),
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
}

function actsOptions(queryKey: readonly string[], fetchPage: (query: Paging) => ReturnType<typeof fetchMyActs>) {
  return infiniteQueryOptions({
    queryKey,
    staleTime: 0,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam: cursor }) => fetchPage({ limit: AT_ONCE, ...(cursor === undefined ? {} : { cursor }) }),
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
}

function fetchMyActs(query: Paging) {
  return bodyOf(api.membership.GET('/accounts/me/acts', { params: { query } }));
}

function fetchOwnDecisions(enrolmentId: string, query: Paging) {
  const params = { path: { enrolmentId }, query };
  return bodyOf(api.payment.GET('/enrolments/{enrolmentId}/decisions', { params }));
}

function fetchCohortDecisions(cohortId: string, query: Paging) {
  const params = { path: { cohortId }, query };
  return bodyOf(api.payment.GET('/cohorts/{cohortId}/decisions', { params }));
}

function fetchAssignment(assignmentId: string) {
  return bodyOf(api.homework.GET('/assignments/{assignmentId}', { params: { path: { assignmentId } } }));
}

function fetchWithdrawal(enrolmentId: string) {
  return bodyOf(api.checkin.GET('/enrolments/{enrolmentId}/withdrawal', { params: { path: { enrolmentId } } }));
}

function fetchCheckout(enrolmentId: string) {
  return bodyOf(api.payment.GET('/enrolments/{enrolmentId}/checkout', { params: { path: { enrolmentId } } }));
}

function chosenQuery(): { enrolment?: string } {
  const enrolment = chosenEnrolment();
  return enrolment === undefined ? {} : { enrolment };
}

function fetchEarlier(cohortId: string) {
  const params = { path: { cohortId }, query: { limit: 10 } };
  return bodyOf(api.membership.GET('/cohorts/{cohortId}/earlier', { params }));
}
