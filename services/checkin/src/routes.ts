import type { RouteDefinition } from '@daka/service-kit';
import { answerAppealRoute } from './features/answer-appeal/http';
import { decideLeaveRoute } from './features/decide-leave/http';
import { exportCalendarRoute } from './features/export-calendar/http';
import { excuseDayRoute } from './features/excuse-day/http';
import { listAppealsRoute, listOwnAppealsRoute } from './features/list-appeals/http';
import { openAppealRoute } from './features/open-appeal/http';
import { recordEntryRoute } from './features/record-entry/http';
import { rejectEntryRoute } from './features/reject-entry/http';
import { requestLeaveRoute } from './features/request-leave/http';
import { showSettlementRoute, startSettlementRoute } from './features/settle-cohort/http';
import { showCalendarRoute } from './features/show-calendar/http';
import { showProgressRoute } from './features/show-progress/http';

/** Everything that check-in answers over HTTP. */
export const routes: readonly RouteDefinition[] = [
  recordEntryRoute,
  showCalendarRoute,
  exportCalendarRoute,
  rejectEntryRoute,
  requestLeaveRoute,
  decideLeaveRoute,
  openAppealRoute,
  listOwnAppealsRoute,
  listAppealsRoute,
  answerAppealRoute,
  excuseDayRoute,
  showProgressRoute,
  startSettlementRoute,
  showSettlementRoute,
];
