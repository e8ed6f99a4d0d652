import { paymentHttp } from '@daka/contracts';
import { pagesBy, route } from '@daka/service-kit';
import { z } from 'zod';
import { type DayFlows, eachFlow } from '../../domain/day-flows';
import type { Ports } from '../../ports';

type Shown = z.input<typeof paymentHttp.MoneyDay>;

/** By day, which never changes. */
const byDay = pagesBy(z.tuple([z.iso.date()]));

export const readMoneyDaysRoute = route<Pick<Ports, 'cohortDays'>>()({
  method: 'get',
  path: '/cohorts/:cohortId/money/days',
  summary: "A cohort's money by UTC day: what came, went back and was forfeited, and what was held at its end.",
  access: ['owner', 'class_head'],
  params: paymentHttp.CohortParams,
  query: byDay.query,
  answers: { 200: paymentHttp.MoneyDaysPage },
  async handle({ params, query }, { cohortDays }) {
    const [after = ''] = query.cursor ?? [];
    const days = withTotals(await cohortDays.of(params.cohortId)).filter(({ day }) => day > after);
    return byDay.page(
      days.slice(0, query.limit + 1),
      query,
      ({ day }) => [day],
      (day) => day,
    );
  },
});

function withTotals(days: DayFlows): Shown[] {
  let total: Shown['total'] = { heldMinor: 0, refundedMinor: 0, forfeitedMinor: 0 };
  const sorted = Object.entries(days).sort(([one], [other]) => (one < other ? -1 : 1));
  return sorted.map(([day, told]) => {
    const flows = eachFlow((name) => told[name] ?? 0);
    total = {
      heldMinor: total.heldMinor + flows.heldMinor,
      refundedMinor: total.refundedMinor + flows.refundedMinor,
      forfeitedMinor: total.forfeitedMinor + flows.forfeitedMinor,
    };
    return { day, ...flows, total };
  });
}
