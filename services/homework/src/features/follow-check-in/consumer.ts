import type { Received, ReceivedOf } from '@daka/contracts';
import { type HandlersOn, NOT_YET } from '@daka/service-kit';
import type { Counts } from '../../domain/counts';
import { takeDay, takeVerdict } from '../../domain/follow-check-in';
import type { Portfolio, PortfolioEvent } from '../../domain/portfolio';
import type { Ports } from '../../ports';

/** What check-in made of homework, and which days it can no longer stand for. */
export function createFollowCheckIn({ portfolios }: Pick<Ports, 'portfolios'>): HandlersOn<'checkin.homework'> {
  return {
    'checkin.homework-judged.v1': (received) =>
      lead(received, (portfolio) => takeVerdict(portfolio, received.data.submissionId, countsIn(received.data))),
    'checkin.homework-day.v1': (received) => {
      const { day, state, since } = received.data;
      return lead(received, (portfolio) => takeDay(portfolio, { day, state, sinceMs: Date.parse(since) }));
    },
  };

  /** Check-in may have heard of an application before us; then the message waits like one that came too early. */
  async function lead(
    received: Received<'checkin.homework'>,
    decide: (portfolio: Portfolio | null) => readonly PortfolioEvent[],
  ) {
    const known = await portfolios.load(received.subject);
    return known === null ? NOT_YET : portfolios.applyMessage(received, decide);
  }
}

function countsIn(verdict: ReceivedOf<'checkin.homework-judged.v1'>['data']): Counts {
  if (verdict.status === 'none') return { status: 'none', why: verdict.why };
  return { status: verdict.status, day: verdict.day, atMs: Date.parse(verdict.countsAt) };
}

/** A settled cohort takes no homework any more. */
export function createFollowSettlement({ cohorts }: Pick<Ports, 'cohorts'>): HandlersOn<'checkin.cohort'> {
  return {
    'checkin.cohort-settled.v1': cohorts.apply,
    // Its days come on `checkin.homework`.
    'checkin.cohort-day-excused.v1': cohorts.apply,
  };
}
