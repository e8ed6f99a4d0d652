import type { MessageOn } from '@daka/contracts';
import type { Portfolio, PortfolioEvent } from './portfolio';

/** What an enrolment's message means here; most mean nothing but move the stream on. */
export function followEnrolment(portfolio: Portfolio | null, { type, data }: MessageOn<'membership.enrolment'>): PortfolioEvent[] {
  switch (type) {
    case 'membership.enrolment-applied.v1': {
      const { enrolmentId, cohortId, learnerId } = data;
      return portfolio ? [] : [{ type: 'opened', enrolmentId, cohortId, learnerId }];
    }
    case 'membership.enrolment-admitted.v1':
      return [{ type: 'admitted', memberNumber: data.memberNumber }];
    case 'membership.enrolment-withdrawn.v1':
    case 'membership.enrolment-cancelled.v1':
      return [{ type: 'left' }];
    case 'membership.enrolment-rules-accepted.v1':
    case 'membership.enrolment-seat-held.v1':
    case 'membership.enrolment-seat-released.v1':
    case 'membership.enrolment-leaving.v1':
      return [];
    default:
      return unknownMessage(type);
  }
}

function unknownMessage(type: never): never {
  throw new Error(`unknown message ${String(type)}`);
}
