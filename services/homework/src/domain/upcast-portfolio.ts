import type { Feedback, Portfolio, Submission } from './portfolio';

type FeedbackBefore = Omit<Feedback, 'corrections'>;
type SubmissionBefore = Omit<Submission, 'feedback'> & { feedback: readonly FeedbackBefore[] };

/** From before days and corrections of scores were kept. */
type Second = Omit<Portfolio, 'doneDays' | 'excusedDays' | 'submissions'> & {
  submissions: readonly SubmissionBefore[];
};

/** From before zone, reading and check-ins were kept. */
type First = Omit<Second, 'timeZone' | 'submissions'> & {
  submissions: readonly Omit<SubmissionBefore, 'feedbackRead' | 'counts'>[];
};

/** One step from each form in which portfolios were stored to the next. */
export const portfolioUpcasts = [withReading, withDays];

/** What was answered before counts as read. */
function withReading(portfolio: First): Second {
  return {
    ...portfolio,
    timeZone: null,
    submissions: portfolio.submissions.map((submission) => ({
      ...submission,
      feedbackRead: submission.feedback.length,
      counts: null,
    })),
  };
}

/** Which days were done was not said before, and no score was corrected. */
function withDays(portfolio: Second): Portfolio {
  const submissions = portfolio.submissions.map((submission) => ({
    ...submission,
    feedback: submission.feedback.map((feedback) => ({ ...feedback, corrections: [] })),
  }));
  return { ...portfolio, doneDays: [], excusedDays: [], submissions };
}
