import type { Received } from '@daka/contracts';
import type { HandlersOn } from '@daka/service-kit';
import type { PortfolioEvent } from '../../domain/portfolio';
import type { Ports } from '../../ports';

type Message = Received<'membership.enrolment'>;

/** Keeps a portfolio for every enrolment, from its first message on. */
export function createFollowEnrolment({
  portfolios,
  drafts,
  files,
}: Pick<Ports, 'portfolios' | 'drafts' | 'files'>): HandlersOn<'membership.enrolment'> {
  const lead = (received: Message, events: readonly PortfolioEvent[]) =>
    portfolios.applyMessage(received, () => events);
  const moveOn = (received: Message) => lead(received, []);
  const leave = async (received: Message) => {
    await drafts.removeAll(received.subject);
    return lead(received, [{ type: 'left' }]);
  };

  return {
    'membership.enrolment-applied.v1': (received) => {
      const { enrolmentId, cohortId, learnerId, timeZone } = received.data;
      return portfolios.applyMessage(received, (portfolio) =>
        portfolio ? [] : [{ type: 'opened', enrolmentId, cohortId, learnerId, timeZone }],
      );
    },
    'membership.enrolment-admitted.v1': (received) =>
      lead(received, [{ type: 'admitted', memberNumber: received.data.memberNumber }]),
    'membership.enrolment-withdrawn.v1': leave,
    'membership.enrolment-cancelled.v1': leave,
    'membership.enrolment-rules-accepted.v1': moveOn,
    'membership.enrolment-seat-held.v1': moveOn,
    'membership.enrolment-seat-released.v1': moveOn,
    'membership.enrolment-leaving.v1': moveOn,
    'membership.enrolment-erased.v1': async (received) => {
      // Before the message counts as done: what is cut off is done again. Answers stay with who gave them.
      const parties = await portfolios.partiesOf(received.subject);
      await portfolios.eraseTexts(received.subject);
      await drafts.removeAll(received.subject);
      if (parties !== null) await files.removeOwnedBy(parties.learnerId);
      return portfolios.applyMessage(received, (portfolio) => (portfolio ? [{ type: 'learner-erased' }] : []));
    },
  };
}
