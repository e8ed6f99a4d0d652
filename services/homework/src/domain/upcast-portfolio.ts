import type { Feedback, Portfolio, Submission } from './portfolio';

type FeedbackBefore = Omit<Feedback, 'corrections'>;
type SubmissionBefore = Omit<Submission, 'feedback' | 'kept'> & { feedback: readonly FeedbackBefore[] };

/** From before verdicts were kept back. */
type Fourth = Omit<Portfolio, 'submissions'> & { submissions: readonly Omit<Submission, 'kept'>[] };

/** From before it was kept up to when all is said. */
type Third = Omit<Fourth, 'watermarkMs'>;

/** From before days and corrections of scores were kept. */
type Second = Omit<Third, 'doneDays' | 'excusedDays' | 'submissions'> & { submissions: readonly SubmissionBefore[] };

/** From before zone, reading and check-ins were kept. */
type First = Omit<Second, 'timeZone' | 'submissions'> & {
  submissions: readonly Omit<SubmissionBefore, 'feedbackRead' | 'counts'>[];
};

/** One step from each form in which portfolios were stored to the next. */
export const portfolioUpcasts = [withReading, withDays, withWatermark, withKept];

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
function withDays(portfolio: Second): Third {
  const submissions = portfolio.submissions.map((submission) => ({
    ...submission,
    feedback: submission.feedback.map((feedback) => ({ ...feedback, corrections: [] })),
  }));
  return { ...portfolio, doneDays: [], excusedDays: [], submissions };
}

function withWatermark(portfolio: Third): Fourth {
  return { ...portfolio, watermarkMs: null };
}

function withKept(portfolio: Fourth): Portfolio {
  return { ...portfolio, submissions: portfolio.submissions.map((submission) => ({ ...submission, kept: null })) };
}
