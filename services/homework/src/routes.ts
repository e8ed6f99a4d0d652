import { appendFileRoute, showUploadRoute } from '@daka/service-kit/files';
import { claimWorkRoute, releaseWorkRoute } from './features/claim-work/http';
import { correctScoreRoute } from './features/correct-score/http';
import { giveFeedbackRoute } from './features/give-feedback/http';
import { discardDraftRoute, readDraftRoute, saveDraftRoute } from './features/keep-draft/http';
import { listSnippetsRoute, removeSnippetRoute, saveSnippetRoute } from './features/keep-snippets/http';
import { keepVerdictRoute } from './features/keep-verdict/http';
import { listAssignmentsRoute, showAssignmentRoute } from './features/list-assignments/http';
import { readFeedbackRoute } from './features/read-feedback/http';
import { readMySubmissionRoute, readSubmissionRoute } from './features/read-submission/http';
import { reviewQueueRoute } from './features/review-queue/http';
import { correctAssignmentRoute, setAssignmentRoute } from './features/set-assignment/http';
import { showCompletionRoute } from './features/show-completion/http';
import { showHandedInFileRoute } from './features/show-file/http';
import { submitVersionRoute } from './features/submit-version/http';
import { undoVerdictRoute } from './features/undo-verdict/http';
import { beginHandInFileRoute } from './features/upload-file/http';

/** Everything that homework answers over HTTP. */
export const routes = [
  setAssignmentRoute,
  correctAssignmentRoute,
  listAssignmentsRoute,
  showAssignmentRoute,
  readDraftRoute,
  saveDraftRoute,
  discardDraftRoute,
  beginHandInFileRoute,
  appendFileRoute,
  showUploadRoute,
  showHandedInFileRoute,
  submitVersionRoute,
  readMySubmissionRoute,
  readSubmissionRoute,
  reviewQueueRoute,
  claimWorkRoute,
  releaseWorkRoute,
  giveFeedbackRoute,
  keepVerdictRoute,
  undoVerdictRoute,
  correctScoreRoute,
  readFeedbackRoute,
  showCompletionRoute,
  listSnippetsRoute,
  saveSnippetRoute,
  removeSnippetRoute,
] as const;
