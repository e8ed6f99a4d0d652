/** Where a half-written answer lies on this device: a reviewer's own, also where several share it. */
export const commentKey = (reviewerId: string, submissionId: string): string => `review:${reviewerId}:${submissionId}`;
export const scoreKey = (reviewerId: string, submissionId: string): string =>
  `review-score:${reviewerId}:${submissionId}`;
