import { checkinHttp } from '@daka/contracts';
import { UnexpectedAnswer, type Session } from '@daka/replay';
import type { RulingFacts } from '../check/told';

/** The platform's arbiter, as one cohort sees them. */
export interface Arbiter {
  /** On all that waits for them. */
  rule(decision: 'upheld' | 'dismissed'): Promise<void>;
  /** What they were answered to have ruled. */
  readonly rulings: readonly RulingFacts[];
}

const PAGE = 100;

export function createArbiter(session: Session, cohortId: string): Arbiter {
  const rulings: RulingFacts[] = [];

  /** The queue is the platform's: appeals of other cohorts stand in it too. */
  async function waiting() {
    const found = [];
    let cursor: string | undefined;
    do {
      const query = new URLSearchParams({ limit: String(PAGE), ...(cursor === undefined ? {} : { cursor }) });
      const page = await session.ask(
        { method: 'GET', path: `/api/checkin/appeals?${query}` },
        checkinHttp.ArbiterAppealPage,
      );
      found.push(...page.items.filter((appeal) => appeal.cohortId === cohortId));
      cursor = page.nextCursor;
    } while (cursor !== undefined);
    return found;
  }

  return {
    rulings,
    async rule(decision) {
      for (const { enrolmentId, appealId } of await waiting()) {
        const said = await session.send({
          method: 'POST',
          path: `/api/checkin/enrolments/${enrolmentId}/appeals/${appealId}/answer`,
          body: { decision, reason: 'ruled by the arbiter' },
        });
        // Where an earlier attempt's answer was lost, it is decided already; or time or a cancellation was quicker.
        if (said.status === 200) rulings.push({ enrolmentId, appealId, decision });
        else if (said.status !== 409) throw new UnexpectedAnswer('a ruling', said);
      }
    },
  };
}
