import { paymentHttp } from '@daka/contracts';
import { type CsvCell, pagesBy, route, sendCsv } from '@daka/service-kit';
import { z } from 'zod';
import type { Ports } from '../../ports';
import type { ReadOrganisationMoney } from './handler';
import type { ReadOrganisationSums } from './sums';
import { cohortsTable } from './table';

/** Cohorts that an export holds at a time. */
const AT_ONCE = 50;

/** By id, which never changes. */
const byCohort = pagesBy(z.tuple([z.uuid()]));

export const readOrganisationMoneyRoute = route<{
  readOrganisationMoney: ReadOrganisationMoney;
  readOrganisationSums: ReadOrganisationSums;
}>()({
  method: 'get',
  path: '/organisations/:organisationId/money',
  summary:
    "What the money of each of an organisation's cohorts is doing, each in its own currency: held, owed and since when, the pool, the organiser's, disputes, failed refunds, differences. The first page has the sums of all of them by currency.",
  access: ['owner'],
  params: paymentHttp.OrganisationParams,
  query: byCohort.query,
  answers: { 200: paymentHttp.OrganisationMoneyPage },
  async handle({ params: { organisationId }, query }, { readOrganisationMoney, readOrganisationSums }) {
    const [afterId] = query.cursor ?? [];
    const found = await readOrganisationMoney(organisationId, { limit: query.limit + 1, afterId });
    const page = byCohort.page(
      found,
      query,
      ({ cohortId }) => [cohortId],
      (item) => item,
    );
    return afterId === undefined ? { ...page, sums: await readOrganisationSums(organisationId) } : page;
  },
});

export const exportOrganisationMoneyRoute = route<
  { readOrganisationMoney: ReadOrganisationMoney } & Pick<Ports, 'logger'>
>()({
  method: 'get',
  path: '/organisations/:organisationId/money.csv',
  summary: 'The same as a table (CSV), one row a cohort; amounts in decimals and in minor units.',
  access: ['owner'],
  mediaType: 'text/csv',
  params: paymentHttp.OrganisationParams,
  answers: { 200: z.string() },
  handle: ({ params: { organisationId }, res }, { logger, readOrganisationMoney }) =>
    sendCsv(res, {
      name: `daka-${organisationId}-cohorts.csv`,
      columns: cohortsTable.columns,
      rows: rowsOf(organisationId, readOrganisationMoney),
      onError: (error) => logger.warn({ error, organisationId }, 'an export ended too early'),
    }),
});

async function* rowsOf(organisationId: string, read: ReadOrganisationMoney): AsyncGenerator<readonly CsvCell[]> {
  let afterId: string | undefined;
  for (;;) {
    const found = await read(organisationId, { limit: AT_ONCE, afterId });
    for (const item of found) yield cohortsTable.cells(item);
    afterId = found.at(-1)?.cohortId;
    if (found.length < AT_ONCE || afterId === undefined) return;
  }
}
