import { api } from '../../api/client';

/** Holds a seat while it is paid for, or takes a place in the waiting list. A second time is fine. */
export function holdSeat(enrolmentId: string) {
  return api.membership.POST('/enrolments/{enrolmentId}/seat', { params: { path: { enrolmentId } } });
}
