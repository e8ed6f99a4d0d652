import { iso, type Outbound, unreachable } from '@daka/contracts';
import type { Portfolio, PortfolioEvent } from './portfolio';

/** What others hear of a portfolio. `portfolio` is the state after the event. */
export function portfolioMessages(event: PortfolioEvent, portfolio: Portfolio): Outbound<'homework.enrolment'>[] {
  const { enrolmentId, cohortId } = portfolio;
  const topic = 'homework.enrolment';
  switch (event.type) {
    case 'version-submitted': {
      const { assignmentId, submissionId, day } = event;
      const { version, characters, submittedAtMs } = event.version;
      const submittedAt = iso(submittedAtMs);
      const data = { enrolmentId, cohortId, assignmentId, submissionId, version, day, characters, submittedAt };
      return [{ topic, type: 'homework.submitted.v1', data }];
    }
    case 'reviewed': {
      const { submissionId, assignmentId, feedback } = event;
      const { version, verdict, scorePercent, reached, reviewedAtMs } = feedback;
      const reviewedAt = iso(reviewedAtMs);
      const data = { enrolmentId, cohortId, assignmentId, submissionId, version, verdict, scorePercent, reviewedAt };
      // Who does not know rubrics yet goes on hearing of all answers without one.
      if (reached === null) return [{ topic, type: 'homework.reviewed.v1', data }];
      return [{ topic, type: 'homework.reviewed.v2', data: { ...data, reached: [...reached] } }];
    }
    case 'watermark-set':
      return [{ topic, type: 'homework.watermark.v1', data: { enrolmentId, cohortId, upTo: iso(event.upToMs) } }];
    case 'opened':
    case 'admitted':
    case 'left':
    case 'learner-erased':
    // Nothing is said of a verdict that may still be taken back.
    case 'verdict-kept':
    case 'verdict-taken-back':
    case 'score-corrected':
    case 'feedback-read':
    case 'judged':
    case 'day-changed':
      return [];
    default:
      return unreachable(event, 'event of a portfolio');
  }
}
