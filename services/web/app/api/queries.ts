import { queryOptions } from '@tanstack/react-query';
import { chosenEnrolment } from '../features/current/chosen';
import { askTheTime } from '../features/server-clock/server-clock';
import { api, bodyOf } from './client';
import { isRefusal } from './refusal';

export * from './account-queries';
export * from './cohort-queries';
export * from './log-queries';

export type Today = Awaited<ReturnType<typeof fetchToday>>;
export type Current = NonNullable<Today['current']>;
export type Enrolment = Awaited<ReturnType<typeof fetchEnrolment>>;
export type Calendar = Awaited<ReturnType<typeof fetchCalendar>>;
export type Assignment = Awaited<ReturnType<typeof fetchAssignment>>;
export type Checkout = Awaited<ReturnType<typeof fetchCheckout>>;
export type Withdrawal = Awaited<ReturnType<typeof fetchWithdrawal>>;
export type HandedIn = Awaited<ReturnType<NonNullable<ReturnType<typeof handedInQuery>['queryFn']>>>;
export type Statement = Awaited<ReturnType<typeof fetchStatement>>;

export const todayQuery = queryOptions({ queryKey: ['today'], queryFn: fetchToday, staleTime: 10_000 });

export const clockQuery = queryOptions({
  queryKey: ['clock'],
  queryFn: () => askTheTime(() => bodyOf(api.web.GET('/clock'))),
  staleTime: 60_000,
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

function fetchEnrolment(enrolmentId: string) {
  return bodyOf(api.membership.GET('/enrolments/{enrolmentId}', { params: { path: { enrolmentId } } }));
}

function fetchCalendar(enrolmentId: string) {
  return bodyOf(api.checkin.GET('/enrolments/{enrolmentId}/calendar', { params: { path: { enrolmentId } } }));
}

function fetchStatement(enrolmentId: string) {
  return bodyOf(api.payment.GET('/enrolments/{enrolmentId}/statement', { params: { path: { enrolmentId } } }));
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
