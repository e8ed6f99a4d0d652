import { inParallel } from '@daka/service-kit';
import { sayVerdicts } from '../../domain/keep-verdict';
import { releaseWork } from '../../domain/review-desk';
import type { Ports } from '../../ports';

const PAGE = 256;
const CONCURRENCY = 32;

type Needs = Pick<Ports, 'portfolios' | 'desks' | 'clock'>;

/** Says the verdicts that nobody has taken back in time, also those that were kept when the service went down. */
export function createSayVerdicts({ portfolios, desks, clock }: Needs) {
  async function say(enrolmentId: string): Promise<void> {
    const { state, events } = await portfolios.change(enrolmentId, (portfolio) =>
      sayVerdicts(portfolio, clock.nowMs()),
    );
    for (const event of events) {
      if (event.type !== 'reviewed') continue;
      const work = { submissionId: event.submissionId, reviewerId: event.feedback.reviewerId };
      // A crash before it leaves a claim on what is answered, which runs out by itself.
      await desks.change(state.cohortId, (desk) => releaseWork(desk, work));
    }
  }

  return async (signal: AbortSignal): Promise<void> => {
    for (;;) {
      const page = await portfolios.verdictsDue(clock.nowMs(), PAGE);
      if (page.length === 0 || signal.aborted) return;
      await inParallel(page, CONCURRENCY, say);
    }
  };
}
