import type { RouteDefinition } from '@daka/service-kit';
import { giveFeedbackRoute } from './features/give-feedback/http';
import { listAssignmentsRoute } from './features/list-assignments/http';
import { readMySubmissionRoute, readSubmissionRoute } from './features/read-submission/http';
import { reviewQueueRoute } from './features/review-queue/http';
import { setAssignmentRoute } from './features/set-assignment/http';
import { showCompletionRoute } from './features/show-completion/http';
import { submitVersionRoute } from './features/submit-version/http';

export const routes: RouteDefinition[] = [
  setAssignmentRoute,
  listAssignmentsRoute,
  submitVersionRoute,
  readMySubmissionRoute,
  readSubmissionRoute,
  reviewQueueRoute,
  giveFeedbackRoute,
  showCompletionRoute,
];
