import { type Clock, createAggregateStore, type MongoConnection } from '@daka/service-kit';
import { evolveDesk, type DeskEvent, type ReviewDesk } from '../../domain/review-desk';

/** Who works at what, one document a cohort; nobody outside hears of it. */
export function createReviewDesks(mongo: MongoConnection, clock: Clock) {
  return createAggregateStore<ReviewDesk, DeskEvent, never>({
    mongo,
    clock,
    name: 'review_desks',
    evolve: evolveDesk,
    publishes: [],
    publish: () => [],
  });
}
