import { correctScoreRoute } from './features/correct-score/http';
import { giveFeedbackRoute } from './features/give-feedback/http';
import { discardDraftRoute, readDraftRoute, saveDraftRoute } from './features/keep-draft/http';
import { listAssignmentsRoute, showAssignmentRoute } from './features/list-assignments/http';
import { readFeedbackRoute } from './features/read-feedback/http';
import { readMySubmissionRoute, readSubmissionRoute } from './features/read-submission/http';
import { reviewQueueRoute } from './features/review-queue/http';
import { correctAssignmentRoute, setAssignmentRoute } from './features/set-assignment/http';
import { showCompletionRoute } from './features/show-completion/http';
import { submitVersionRoute } from './features/submit-version/http';

/** Everything that homework answers over HTTP. */
export const routes = [
  setAssignmentRoute,
  correctAssignmentRoute,
  listAssignmentsRoute,
  showAssignmentRoute,
  readDraftRoute,
  saveDraftRoute,
  discardDraftRoute,
  submitVersionRoute,
  readMySubmissionRoute,
  readSubmissionRoute,
  reviewQueueRoute,
  giveFeedbackRoute,
  correctScoreRoute,
  readFeedbackRoute,
  showCompletionRoute,
] as const;
