import type { Feedback, KeptVerdict, Portfolio, ScoreCorrection, Submission, Version } from './portfolio';

/** From before hand-ins had attachments. */
type SeventhSubmission = Omit<Submission, 'versions'> & { versions: readonly Omit<Version, 'attachments'>[] };
type Seventh = Omit<Portfolio, 'submissions'> & { submissions: readonly SeventhSubmission[] };

/** From before they had pictures. */
type SixthVersion = Omit<Version, 'attachments' | 'pictures'>;
type SixthSubmission = Omit<SeventhSubmission, 'versions'> & { versions: readonly SixthVersion[] };
type Sixth = Omit<Portfolio, 'submissions'> & { submissions: readonly SixthSubmission[] };

type FeedbackBefore = Omit<Feedback, 'corrections' | 'reached'>;
type SubmissionBefore = Omit<SixthSubmission, 'feedback' | 'kept'> & { feedback: readonly FeedbackBefore[] };

/** From before there were rubrics. */
type FifthFeedback = FeedbackBefore & { corrections: readonly Omit<ScoreCorrection, 'reached'>[] };
type FifthSubmission = Omit<SixthSubmission, 'feedback' | 'kept'> & {
  feedback: readonly FifthFeedback[];
  kept: (Omit<KeptVerdict, 'feedback'> & { feedback: FifthFeedback }) | null;
};
type Fifth = Omit<Portfolio, 'submissions'> & { submissions: readonly FifthSubmission[] };

/** From before verdicts were kept back. */
type Fourth = Omit<Portfolio, 'submissions'> & { submissions: readonly Omit<FifthSubmission, 'kept'>[] };

/** From before it was kept up to when all is said. */
type Third = Omit<Fourth, 'watermarkMs'>;

/** From before days and corrections of scores were kept. */
type Second = Omit<Third, 'doneDays' | 'excusedDays' | 'submissions'> & { submissions: readonly SubmissionBefore[] };

/** From before zone, reading and check-ins were kept. */
type First = Omit<Second, 'timeZone' | 'submissions'> & {
  submissions: readonly Omit<SubmissionBefore, 'feedbackRead' | 'counts'>[];
};

/** One step from each form in which portfolios were stored to the next. */
export const portfolioUpcasts = [
  withReading,
  withDays,
  withWatermark,
  withKept,
  withReached,
  withPictures,
  withAttachments,
];

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

function withKept(portfolio: Fourth): Fifth {
  return { ...portfolio, submissions: portfolio.submissions.map((submission) => ({ ...submission, kept: null })) };
}

function withReached(portfolio: Fifth): Sixth {
  const submissions = portfolio.submissions.map(({ feedback, kept, ...submission }) => ({
    ...submission,
    feedback: feedback.map(scoredByHand),
    kept: kept && { ...kept, feedback: scoredByHand(kept.feedback) },
  }));
  return { ...portfolio, submissions };
}

function scoredByHand({ corrections, ...feedback }: FifthFeedback): Feedback {
  return { ...feedback, reached: null, corrections: corrections.map((one) => ({ ...one, reached: null })) };
}

function withPictures(portfolio: Sixth): Seventh {
  const submissions = portfolio.submissions.map(({ versions, ...submission }) => ({
    ...submission,
    versions: versions.map((version) => ({ ...version, pictures: [] })),
  }));
  return { ...portfolio, submissions };
}

function withAttachments(portfolio: Seventh): Portfolio {
  const submissions = portfolio.submissions.map(({ versions, ...submission }) => ({
    ...submission,
    versions: versions.map((version) => ({ ...version, attachments: [] })),
  }));
  return { ...portfolio, submissions };
}
