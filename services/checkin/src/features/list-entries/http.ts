import { checkinHttp, iso } from '@daka/contracts';
import { reviewDaysOf } from '@daka/rules';
import { pagesBy, route } from '@daka/service-kit';
import { z } from 'zod';
import { rejectableUntilMs } from '../../domain/reject-entry';
import type { ListedEntry, Ports } from '../../ports';
import { presentReviewedFile } from '../present/file';

/** When it was accepted, and whose it is. */
const byAcceptance = pagesBy(z.tuple([z.int().min(0), z.uuid()]), checkinHttp.ReviewedEntryFilters);

export const listEntriesRoute = route<Pick<Ports, 'calendars' | 'cohorts'>>()({
  method: 'get',
  path: '/cohorts/:cohortId/days/:day/entries',
  summary:
    'The check-ins of a day with texts, pictures and what a machine noticed, for those who review; in the order in which they came',
  access: ['owner', 'class_head', 'instructor'],
  params: checkinHttp.CohortDayParams,
  query: byAcceptance.query,
  answers: { 200: checkinHttp.ReviewedEntryPage },
  async handle({ params: { cohortId, day }, query }, { calendars, cohorts }) {
    const [atMs, enrolmentId] = query.cursor ?? [];
    const after = atMs === undefined || enrolmentId === undefined ? null : { atMs, enrolmentId };
    const [found, cohort] = await Promise.all([
      calendars.entriesOn(cohortId, day, { only: query.only, after, limit: query.limit + 1 }),
      cohorts.load(cohortId),
    ]);
    const reviewDays = cohort === null ? 0 : reviewDaysOf(cohort.policy);
    return byAcceptance.page(
      found,
      query,
      ({ entry, enrolmentId: id }) => [entry.acceptedAtMs, id],
      (listed) => presentEntry(listed, reviewDays),
    );
  },
});

function presentEntry(listed: ListedEntry, reviewDays: number): z.input<typeof checkinHttp.ReviewedEntry> {
  const { enrolmentId, memberNumber, entry, text } = listed;
  const untilMs = rejectableUntilMs(listed, reviewDays);
  const { day, acceptedAtMs, kind, via, characters, files = [], rejection } = entry;
  return {
    enrolmentId,
    memberNumber,
    day,
    acceptedAt: iso(acceptedAtMs),
    kind,
    via,
    characters,
    text,
    files: files.map(presentReviewedFile),
    rejected: rejection ? { reason: rejection.reason, at: iso(rejection.rejectedAtMs) } : null,
    rejectableUntil: untilMs === null ? null : iso(untilMs),
  };
}
