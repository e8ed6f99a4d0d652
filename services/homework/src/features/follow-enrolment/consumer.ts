import type { Received } from '@daka/contracts';
import type { Applied } from '@daka/service-kit';
import { followEnrolment } from '../../domain/follow-enrolment';
import type { Ports } from '../ports';

/** Keeps a portfolio for every enrolment, from its first message on. */
export function createFollowEnrolment({ portfolios }: Pick<Ports, 'portfolios'>) {
  return (received: Received<'membership.enrolment'>): Promise<Applied> =>
    portfolios.applyMessage(received, (portfolio) => followEnrolment(portfolio, received.message));
}
