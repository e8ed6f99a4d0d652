import type { MongoConnection } from '@daka/service-kit';
import type { Cohort } from '../../domain/cohort';
import type { CohortBook } from '../../domain/cohort-book';
import type { RecordedCohort } from '../../domain/public-record';
import { addFigures, earliestOf, type Figures, NO_FIGURES } from '../../domain/record';
import type { Records } from '../../ports';
import { COHORT_BOOKS } from './cohort-books';
import { COHORTS } from './cohorts';
import { collectionsOf } from './decision-chain';
import { COHORT_SUMS, type Part } from './summed';

interface Stored<State> {
  _id: string;
  state: State;
}

/** Puts together what copies, books and the parts of their sums say of an organisation's cohorts. */
export function createRecords({ connection }: Pick<MongoConnection, 'connection'>): Records {
  const cohorts = connection.collection<Stored<Cohort>>(COHORTS);
  const cohortBooks = connection.collection<Stored<Partial<CohortBook> | null>>(COHORT_BOOKS);
  const parts = connection.collection<Part>(COHORT_SUMS);
  const { decisions } = collectionsOf({ connection });

  return {
    async cohortsOf(organisationId) {
      const projection = { 'state.staff': 0, 'state.coolingOff': 0 };
      const found = await cohorts.find({ 'state.organisationId': organisationId }, { projection }).toArray();
      const ids = found.map(({ _id }) => _id);
      const [books, sums, cancelled] = await Promise.all([
        cohortBooks.find({ _id: { $in: ids }, 'state.poolMinor': { $type: 'number' } }).toArray(),
        parts
          .find({ cohortId: { $in: ids } }, { projection: { cohortId: 1, currency: 1, record: 1, wholeFromMs: 1 } })
          .toArray(),
        cancelledAsDecided(ids),
      ]);
      const sharedIn = new Map(books.map(({ _id, state }) => [_id, state]));
      const figuresIn = new Map<string, Figures>();
      for (const { cohortId, record = NO_FIGURES } of sums)
        figuresIn.set(cohortId, addFigures(figuresIn.get(cohortId) ?? NO_FIGURES, record));
      const wholeFromIn = new Map<string, number | null>();
      for (const { cohortId, wholeFromMs } of sums)
        wholeFromIn.set(cohortId, earliestOf([wholeFromIn.get(cohortId), wholeFromMs]));
      const currencyIn = new Map(sums.map(({ cohortId, currency }) => [cohortId, currency]));
      return found.map(({ _id, state }): RecordedCohort => ({
        cohortId: _id,
        title: state.title ?? null,
        startsOn: state.startsOn ?? null,
        currency: state.currency ?? currencyIn.get(_id) ?? null,
        cancelledAtMs: state.cancelledAtMs ?? cancelled.get(_id) ?? null,
        shared: sharedOf(sharedIn.get(_id) ?? null),
        figures: figuresIn.get(_id) ?? NO_FIGURES,
        wholeFromMs: wholeFromIn.get(_id) ?? null,
      }));
    },
  };

  /** Copies from before did not keep it; the decision log did. */
  async function cancelledAsDecided(ids: readonly string[]): Promise<Map<string, number>> {
    const found = await decisions
      .find(
        { cohortId: { $in: [...ids] }, 'entry.kind': 'cohort_cancelled' },
        { projection: { cohortId: 1, 'decision.atMs': 1 } },
      )
      .toArray();
    return new Map(found.map(({ cohortId, decision }) => [cohortId, decision.atMs]));
  }
}

function sharedOf(book: Partial<CohortBook> | null): RecordedCohort['shared'] {
  if (book === null) return null;
  const { poolMinor = 0, organiserMinor = 0, charityMinor = 0 } = book;
  const { sharedAtMs = null, members = null, completed = null, perfect = null } = book;
  return { poolMinor, organiserMinor, charityMinor, sharedAtMs, members, completed, perfect };
}
