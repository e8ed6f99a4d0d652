import { isRefused, refuse, type Refused } from '@daka/contracts';
import {
  type Clock,
  createAggregateStore,
  type FindOptions,
  isDuplicateKey,
  type MongoConnection,
} from '@daka/service-kit';
import { type Actor, actsOf } from '../../domain/audit';
import { evolveCohort, type Cohort, type CohortEvent, type PublishedCohort } from '../../domain/cohort';
import { cohortMessages } from '../../domain/messages';
import { upcastCohort, upcastCohortPage } from '../../domain/upcast';
import { versionsOf } from '../../domain/versions';
import type { CohortQuery, Cohorts } from '../../ports';
import { after } from './after';
import { AUDIT, toStored } from './audit-log';
import { toStoredVersions, VERSIONS } from './versions';

const STARTS_ON = 'state.content.policy.startsOn';
const DRAFTED_AT = 'state.draftedAtMs';
const SETTLED_AT = 'state.settledAtMs';

export function createCohorts(mongo: MongoConnection, clock: Clock) {
  const store = createAggregateStore<Cohort, CohortEvent & Signed, 'membership.cohort'>({
    mongo,
    clock,
    name: 'cohorts',
    evolve: evolveCohort,
    publishes: ['membership.cohort'],
    publish: cohortMessages,
    alongside: ({ before, after: cohort, events }) => remembered(events, before, cohort, clock.nowMs()),
    upcasts: [upcastCohort, upcastCohortPage],
    indexes: [
      [{ 'state.status': 1, [STARTS_ON]: 1, _id: 1 }],
      [{ 'state.organisationId': 1, [DRAFTED_AT]: -1, _id: 1 }],
      [{ 'state.staff.accountId': 1, [DRAFTED_AT]: -1, _id: 1 }],
      [{ 'state.slugs': 1 }, { unique: true, partialFilterExpression: { 'state.slugs': { $type: 'string' } } }],
      [{ 'state.offerToFollow': 1 }, { partialFilterExpression: { 'state.offerToFollow': true } }],
      [{ 'state.enrolmentsCancelled': 1 }, { partialFilterExpression: { 'state.status': 'cancelled' } }],
    ],
  });
  const find = async (filter: Record<string, unknown>, options: FindOptions) =>
    (await store.find(filter, options)).map(({ state }) => state);

  const cohorts: Cohorts = {
    load: store.load,
    change: (id, decide, by) => store.change(id, signed(decide, by)),
    write: (id, decide, by) =>
      store.change(id, signed(decide, by)).catch((error: unknown) => {
        // The words of addresses are the only other thing that is unique.
        if (isDuplicateKey(error))
          return refuse('slug_taken', undefined, { fields: [{ path: 'slug', message: 'is taken' }] });
        throw error;
      }),
    applyMessage: store.applyMessage,
    bySlug: async (slug) => (await find({ 'state.slugs': slug }, { limit: 1 }))[0] ?? null,
    withIds: (ids) => find({ _id: { $in: [...ids] } }, { limit: ids.length }),
    async published(query, { after: place, limit }) {
      const direction = query.show === 'open' ? 1 : -1;
      const filter = { ...shownTo(query), ...after(STARTS_ON, direction, place) };
      return (await find(filter, { sort: { [STARTS_ON]: direction, _id: 1 }, limit })).filter(isPublished);
    },
    ofOrganisation: (organisationId, { after: place, limit }) =>
      find({ 'state.organisationId': organisationId, ...after(DRAFTED_AT, -1, place) }, { sort: newestFirst, limit }),
    settledBefore: ({ organisationId, cohortId }, { after: place, limit }) => {
      const others = { 'state.organisationId': organisationId, 'state.status': 'published', _id: { $ne: cohortId } };
      const settled = { [SETTLED_AT]: { $type: 'number' } };
      return find(
        { $and: [others, settled, after(SETTLED_AT, -1, place)] },
        { sort: { [SETTLED_AT]: -1, _id: 1 }, limit },
      );
    },
    staffedBy: (accountId, { after: place, limit }) =>
      find(
        { 'state.staff.accountId': accountId, ...neverGivenUp, ...after(DRAFTED_AT, -1, place) },
        { sort: newestFirst, limit },
      ),
    organisationsOf: (accountId) =>
      store.model.collection.distinct('state.organisationId', { 'state.staff.accountId': accountId }),
    offersToFollow: async (limit) => (await find({ 'state.offerToFollow': true }, { limit })).filter(isPublished),
    toCancel: (limit) => find({ 'state.status': 'cancelled', 'state.enrolmentsCancelled': false }, { limit }),
  };
  return { cohorts, store };
}

/** What is kept beside a cohort of what happened to it, in the same write: who did it, and what it said from then on. */
function remembered(events: readonly (CohortEvent & Signed)[], before: Cohort | null, cohort: Cohort, nowMs: number) {
  const acts = events.flatMap((event) => actsOf(event, before, cohort, Date.now()));
  const versions = events.flatMap((event) => versionsOf(event, before, cohort, nowMs));
  return [
    { collection: AUDIT, documents: toStored(acts) },
    { collection: VERSIONS, documents: toStoredVersions(versions) },
  ];
}

/** Who caused an event; absent: nobody did. */
interface Signed {
  by?: Actor;
}

/** The same decision, with who took it on each of its events. */
function signed<Out extends Refused | readonly CohortEvent[]>(
  decide: (cohort: Cohort | null) => Out,
  by: Actor | undefined,
): (cohort: Cohort | null) => Out {
  if (by === undefined) return decide;
  return (cohort) => {
    const outcome: Refused | readonly CohortEvent[] = decide(cohort);
    // Of the same kind as it was.
    return (isRefused(outcome) ? outcome : outcome.map((event) => ({ ...event, by }))) as Out;
  };
}

const newestFirst = { [DRAFTED_AT]: -1, _id: 1 } as const;
/** A draft that was cancelled is nobody's any more. */
const neverGivenUp = { $nor: [{ 'state.status': 'cancelled', 'state.publishedAtMs': null }] };

function shownTo({ show, organisationId, nowMs }: CohortQuery): Record<string, unknown> {
  const endOfEnrolment = 'state.content.enrolUntilMs';
  const filters = {
    open: { [SETTLED_AT]: null, [endOfEnrolment]: { $gt: nowMs } },
    running: { [SETTLED_AT]: null, [endOfEnrolment]: { $lte: nowMs } },
    settled: { [SETTLED_AT]: { $type: 'number' } },
    all: {},
  };
  const of = organisationId === undefined ? {} : { 'state.organisationId': organisationId };
  return { 'state.status': 'published', ...filters[show], ...of };
}

function isPublished(cohort: Cohort): cohort is PublishedCohort {
  return cohort.status === 'published';
}
