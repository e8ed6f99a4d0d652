import { paymentHttp, refuse } from '@daka/contracts';
import type { DecisionEntry, Decisions } from '@daka/proof';
import { pagesBy, refusals, route, waitsIn } from '@daka/service-kit';
import { z } from 'zod';
import type { Book } from '../../domain/book';
import type { Ports } from '../../ports';

const bySeq = pagesBy(z.tuple([z.int()]));
type Query = z.infer<typeof bySeq.query>;

/** For staff, with the accounts behind roles and numbers; for the platform's arbiter, who decides without regard to who it is, as members see it. */
export const readDecisionsRoute = route<{
  decisions: Pick<Ports['decisions'], 'page'>;
  cohorts: Pick<Ports['cohorts'], 'organisationOf' | 'staffRolesOf'>;
}>()({
  method: 'get',
  path: '/cohorts/:cohortId/decisions',
  summary:
    'The decision log of a cohort, oldest first; staff see who decided and about whom, the arbiter what members see.',
  access: ['owner', 'class_head', 'instructor', 'committee', 'arbiter'],
  params: paymentHttp.CohortParams,
  query: bySeq.query,
  answers: { 200: paymentHttp.DecisionsBody, 404: refusals('not_found') },
  async handle({ params: { cohortId }, query, user }, { decisions, cohorts }) {
    const organisationId = await cohorts.organisationOf(cohortId);
    if (organisationId === null) return refuse('not_found', 'There is no such cohort.');
    const isStaff = !waitsIn(user, organisationId) && (await cohorts.staffRolesOf(cohortId, user.id)).length > 0;
    return documentOf({ organisationId, cohortId }, query, decisions, isStaff ? (entry) => entry : withoutAccounts);
  },
});

/** For members: roles and numbers, no accounts. */
export const readOwnDecisionsRoute = route<{
  decisions: Pick<Ports['decisions'], 'page'>;
  books: Pick<Ports['books'], 'load'>;
}>()({
  method: 'get',
  path: '/enrolments/:enrolmentId/decisions',
  summary: "The decision log of the own cohort, oldest first: members' numbers and the roles of who decided.",
  access: ['learner'],
  params: paymentHttp.EnrolmentParams,
  query: bySeq.query,
  answers: { 200: paymentHttp.DecisionsBody, 404: refusals('not_found') },
  async handle({ params: { enrolmentId }, query }, { decisions, books }) {
    const book = await books.load(enrolmentId);
    if (!book || !mayRead(book)) return refuse('not_found', 'What a cohort decides is for its members.');
    return documentOf(book, query, decisions, withoutAccounts);
  },
});

/** From the payment on, and not after leaving with everything back; who was in a cohort that was cancelled sees what became of it. */
function mayRead({ paidAtMs, isCancelled, cancelledFor }: Book): boolean {
  return paidAtMs !== null && (!isCancelled || cancelledFor === 'cohort_cancelled');
}

async function documentOf(
  { organisationId, cohortId }: Pick<Decisions, 'organisationId' | 'cohortId'>,
  query: Query,
  decisions: Pick<Ports['decisions'], 'page'>,
  present: (entry: DecisionEntry) => DecisionEntry,
) {
  const found = await decisions.page(cohortId, { afterSeq: query.cursor?.[0] ?? 0, limit: query.limit + 1 });
  const page = bySeq.page(found, query, placeOf, present);
  return { kind: 'daka.decisions.v1' as const, organisationId, cohortId, ...page };
}

function withoutAccounts({ who: _who, ...entry }: DecisionEntry): DecisionEntry {
  return entry;
}

function placeOf({ seq }: DecisionEntry): [number] {
  return [seq];
}
