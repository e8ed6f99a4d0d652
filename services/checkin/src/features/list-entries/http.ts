import { checkinHttp, iso } from '@daka/contracts';
import { pagesBy, route } from '@daka/service-kit';
import { z } from 'zod';
import type { ListedEntry, Ports } from '../../ports';
import { presentFile } from '../present/file';

/** When it was accepted, and whose it is. */
const byAcceptance = pagesBy(z.tuple([z.int().min(0), z.uuid()]));

export const listEntriesRoute = route<Pick<Ports, 'calendars'>>()({
  method: 'get',
  path: '/cohorts/:cohortId/days/:day/entries',
  summary:
    'The check-ins of a day with texts, pictures and what a machine noticed, for those who review; in the order in which they came',
  access: ['owner', 'class_head', 'instructor'],
  params: checkinHttp.CohortDayParams,
  query: byAcceptance.query,
  answers: { 200: checkinHttp.ReviewedEntryPage },
  async handle({ params: { cohortId, day }, query }, { calendars }) {
    const [atMs, enrolmentId] = query.cursor ?? [];
    const after = atMs === undefined || enrolmentId === undefined ? null : { atMs, enrolmentId };
    const found = await calendars.entriesOn(cohortId, day, after, query.limit + 1);
    return byAcceptance.page(found, query, ({ entry, enrolmentId: id }) => [entry.acceptedAtMs, id], presentEntry);
  },
});

function presentEntry({
  enrolmentId,
  memberNumber,
  entry,
  text,
}: ListedEntry): z.input<typeof checkinHttp.ReviewedEntry> {
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
    files: files.map((file) => ({ ...presentFile(file), resembles: file.resembles ?? null })),
    rejected: rejection ? { reason: rejection.reason, at: iso(rejection.rejectedAtMs) } : null,
  };
}
