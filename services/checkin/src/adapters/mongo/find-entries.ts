import type { MongoConnection } from '@daka/service-kit';
import type { StoredEntry } from '../../domain/calendar';
import type { CalendarFinder, EntryPlace, EntryQuestion, ListedEntry } from '../../ports';
import { textIdOf, TEXTS_COLLECTION } from './texts';

interface Found extends Pick<ListedEntry, 'memberNumber' | 'status' | 'review'> {
  _id: string;
  entry: StoredEntry;
}

/** Looks for check-ins of a day in the collection that the calendar store writes, by the index of members. */
export function createFindEntries({ connection }: MongoConnection): Pick<CalendarFinder, 'entriesOn'> {
  const calendars = () => connection.collection<{ _id: string }>('calendars');
  const texts = () => connection.collection<{ _id: string; text: string }>(TEXTS_COLLECTION);

  async function textsOf(found: readonly Found[]): Promise<Map<string, string>> {
    const ids = found.flatMap(({ _id, entry: { textId } }) => (textId === null ? [] : [textIdOf(_id, textId)]));
    const known = await texts()
      .find({ _id: { $in: ids } })
      .toArray();
    return new Map(known.map(({ _id, text }) => [_id, text]));
  }

  return {
    async entriesOn(cohortId, day, { only, after, limit }) {
      const found = await calendars()
        .aggregate<Found>([
          { $match: { 'state.enrolment.cohortId': cohortId, 'state.run.entries.day': day } },
          {
            $project: {
              memberNumber: '$state.run.memberNumber',
              status: '$state.status',
              review: '$state.run.terms.review',
              entry: '$state.run.entries',
            },
          },
          { $unwind: '$entry' },
          { $match: { 'entry.day': day, ...kind(only), ...(after === null ? {} : beyond(after)) } },
          { $sort: { 'entry.acceptedAtMs': 1, _id: 1 } },
          { $limit: limit },
        ])
        .toArray();
      const known = await textsOf(found);
      return found.map(({ _id, entry, ...listed }): ListedEntry => {
        const kept = entry.textId === null ? entry.text : known.get(textIdOf(_id, entry.textId));
        return { ...listed, enrolmentId: _id, entry, text: kept ?? null };
      });
    },
  };
}

function kind(only: EntryQuestion['only']): object {
  if (only === undefined) return {};
  return only === 'rejected' ? { 'entry.rejected': true } : { 'entry.files.resembles': { $exists: true } };
}

function beyond({ atMs, enrolmentId }: EntryPlace): object {
  return { $or: [{ 'entry.acceptedAtMs': { $gt: atMs } }, { 'entry.acceptedAtMs': atMs, _id: { $gt: enrolmentId } }] };
}
