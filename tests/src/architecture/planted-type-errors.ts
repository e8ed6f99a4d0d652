/** A piece of a service that must not compile, and what the compiler has to say of it. */
export interface PlantedTypeError {
  name: string;
  source: string;
  says: RegExp;
}

/** A whole service in little: a port, a route, a store, a consumer, and their wiring. Each planted error changes one place of it. */
export const soundSeams = `
import type { Outbound } from '@daka/contracts';
import { type AggregateStore, createAggregateStore, type HandlersOn, type MongoConnection, route, type ServiceBase, startService } from '@daka/service-kit';
import { z } from 'zod';

type Shelf = { books: number };
type ShelfEvent = { type: 'filled'; submissionId: string };
interface Ports { shelves: Pick<AggregateStore<Shelf, ShelfEvent>, 'load' | 'applyMessage'>; count(): Promise<number> }

const countRoute = route<Pick<Ports, 'count'>>()({
  method: 'get', path: '/count', summary: 'How many', access: 'signed_in',
  answers: { 200: z.object({ count: z.number() }) },
  handle: async (_, { count }) => ({ count: await count() }),
});

function shelfMessages(event: ShelfEvent): Outbound<'homework.enrolment'>[] {
  const { submissionId } = event;
  const ids = { enrolmentId: 'e', cohortId: 'c', assignmentId: 'a', submissionId };
  return [{
    topic: 'homework.enrolment', type: 'homework.submitted.v1',
    data: { ...ids, version: 1, day: null, characters: 3, submittedAt: '2026-03-01T00:00:00Z' },
  }];
}

function createShelves(mongo: MongoConnection) {
  return createAggregateStore<Shelf, ShelfEvent, 'homework.enrolment'>({
    mongo, name: 'shelves', evolve: (shelf) => ({ books: (shelf?.books ?? 0) + 1 }),
    publishes: ['homework.enrolment'],
    publish: shelfMessages,
  });
}

function createFollowCohort({ shelves }: Pick<Ports, 'shelves'>): HandlersOn<'membership.cohort'> {
  return {
    'membership.cohort-published.v1': (received) => shelves.applyMessage(received, () => [{ type: 'filled', submissionId: received.data.title }]),
    'membership.cohort-staff-changed.v1': async () => ({ outcome: 'ignored' }),
    'membership.cohort-changed.v1': async () => ({ outcome: 'ignored' }),
    'membership.cohort-cancelled.v1': (received) => shelves.applyMessage(received, () => []),
  };
}

export function start(base: ServiceBase) {
  const shelves = createShelves(base.mongo);
  const ports: Ports = { shelves, count: async () => 1 };
  return startService(base, {
    routes: [countRoute],
    ports: { ...ports },
    rolesOf: async () => [],
    stores: [shelves],
    follows: { 'membership.cohort': createFollowCohort(ports) },
  });
}
`;

export const plantedTypeErrors: readonly PlantedTypeError[] = [
  {
    name: 'a port missing in app.ts',
    source: changed('ports: { ...ports },', 'ports: { shelves },'),
    says: /Pick<Ports, .?"count"/,
  },
  {
    name: 'a message without a field',
    source: changed('day: null, characters: 3, ', 'day: null, '),
    says: /'characters' is missing|"characters" is missing|missing.*characters/s,
  },
  {
    name: 'a message with a field of another type',
    source: changed('characters: 3', "characters: '3'"),
    says: /not assignable/,
  },
  {
    name: 'a message of another topic',
    source: changed(
      "topic: 'homework.enrolment', type: 'homework.submitted.v1'",
      "topic: 'homework.enrolment', type: 'payment.received.v1'",
    ),
    says: /payment\.received\.v1/,
  },
  {
    name: 'a topic that the store does not list',
    source: changed(
      "createAggregateStore<Shelf, ShelfEvent, 'homework.enrolment'>",
      "createAggregateStore<Shelf, ShelfEvent, 'checkin.cohort'>",
    ),
    says: /homework\.enrolment/,
  },
  {
    name: 'a topic that does not exist',
    source: changed("follows: { 'membership.cohort'", "follows: { 'membership.cohorts'"),
    says: /membership\.cohorts/,
  },
  {
    name: 'a type that nobody follows',
    source: changed("    'membership.cohort-staff-changed.v1': async () => ({ outcome: 'ignored' }),\n", ''),
    says: /membership\.cohort-staff-changed\.v1/,
  },
  {
    name: 'a consumer that reads a field of another message',
    source: changed('received.data.title', 'received.data.memberNumber'),
    says: /memberNumber/,
  },
  {
    name: 'an answer in another shape',
    source: changed('({ count: await count() })', '({ number: await count() })'),
    says: /count/,
  },
  {
    name: 'a refusal that the route does not list',
    source: changed(
      '({ count: await count() })',
      "(await count()) > 1 ? { count: 1 } : { refused: 'too_few' as const }",
    ),
    says: /too_few/,
  },
];

/** @throws where the place is not there exactly once: nothing would be planted. */
function changed(place: string, by: string): string {
  if (soundSeams.split(place).length !== 2) throw new Error(`${place} does not stand there exactly once`);
  return soundSeams.replace(place, by);
}
