import { appendFileRoute, showUploadRoute } from '@daka/service-kit/files';
import { answerAppealRoute } from './features/answer-appeal/http';
import { decideLeaveRoute } from './features/decide-leave/http';
import { exportCalendarRoute } from './features/export-calendar/http';
import { escalateAppealRoute } from './features/escalate-appeal/http';
import { excuseDayRoute } from './features/excuse-day/http';
import { listAppealsRoute, listOwnAppealsRoute } from './features/list-appeals/http';
import { listArbiterAppealsRoute } from './features/list-arbiter-appeals/http';
import { listDaysRoute } from './features/list-days/http';
import { listEntriesRoute } from './features/list-entries/http';
import { listLeaveRoute } from './features/list-leave/http';
import { openAppealRoute } from './features/open-appeal/http';
import { previewWithdrawalRoute } from './features/preview-withdrawal/http';
import { recordEntryRoute } from './features/record-entry/http';
import { rejectEntryRoute } from './features/reject-entry/http';
import { removeMemberRoute } from './features/remove-member/http';
import { requestLeaveRoute } from './features/request-leave/http';
import { showSettlementRoute, startSettlementRoute } from './features/settle-cohort/http';
import { showAppealRoute } from './features/show-appeal/http';
import { showAppealedFileRoute } from './features/show-appealed-file/http';
import { showAuthorityRoute } from './features/show-authority/http';
import { showCalendarRoute } from './features/show-calendar/http';
import { showEntryFileRoute } from './features/show-file/http';
import { showProgressRoute } from './features/show-progress/http';
import { beginFileRoute } from './features/upload-file/http';

/** Everything that check-in answers over HTTP. */
export const routes = [
  recordEntryRoute,
  beginFileRoute,
  appendFileRoute,
  showUploadRoute,
  showEntryFileRoute,
  showCalendarRoute,
  exportCalendarRoute,
  previewWithdrawalRoute,
  rejectEntryRoute,
  removeMemberRoute,
  requestLeaveRoute,
  decideLeaveRoute,
  listLeaveRoute,
  openAppealRoute,
  listOwnAppealsRoute,
  listAppealsRoute,
  showAppealRoute,
  showAppealedFileRoute,
  showAuthorityRoute,
  answerAppealRoute,
  escalateAppealRoute,
  listArbiterAppealsRoute,
  excuseDayRoute,
  showProgressRoute,
  listDaysRoute,
  listEntriesRoute,
  startSettlementRoute,
  showSettlementRoute,
] as const;
