import { setTimeout as sleep } from 'node:timers/promises';
import { UnexpectedAnswer, type Session } from '@daka/replay';
import type { LeaveFacts } from '../check/told';
import type { Learner } from './people';

const KNOWN_WITHIN_MS = 60_000;
const LOOK_EVERY_MS = 100;

/** Where there is nothing (any more) to reject, the answer says so. */
export async function reject(owner: Session, enrolmentId: string | null, day: string): Promise<void> {
  if (enrolmentId === null) return;
  const answer = await owner.send({
    method: 'POST',
    path: `/api/checkin/enrolments/${enrolmentId}/entries/${day}/rejection`,
    body: { reason: 'not about the task' },
  });
  if (answer.status >= 500) throw new UnexpectedAnswer('a rejection', answer);
}

/** The appointment may still be on its way to check-in, and an enrolment that was cancelled meanwhile needs no answer. */
export async function answer(
  judge: Session,
  learner: Learner | undefined,
  decision: 'upheld' | 'dismissed',
): Promise<void> {
  const enrolmentId = learner?.enrolmentId();
  for (const appealId of (await learner?.openAppeals()) ?? []) {
    const untilMs = performance.now() + KNOWN_WITHIN_MS;
    for (;;) {
      const said = await judge.send({
        method: 'POST',
        path: `/api/checkin/enrolments/${enrolmentId}/appeals/${appealId}/answer`,
        body: { decision, reason: 'looked again' },
      });
      // What they dismissed and the learner took further is the arbiter's, or time's.
      if (said.status === 200 || said.status === 409 || said.code === 'own_decision') break;
      if (said.status !== 404 || performance.now() > untilMs)
        throw new UnexpectedAnswer('the answer to an appeal', said);
      await sleep(LOOK_EVERY_MS);
    }
  }
}

/** What time or a cancellation was quicker with needs no decision; nor does leave that is no longer there to give. */
export async function decideLeave(judge: Session, leave: LeaveFacts, isApproved: boolean): Promise<void> {
  const untilMs = performance.now() + KNOWN_WITHIN_MS;
  for (;;) {
    const said = await judge.send({
      method: 'POST',
      path: `/api/checkin/enrolments/${leave.enrolmentId}/leave/${leave.leaveId}/decision`,
      body: { approve: isApproved, reason: 'as the rules say' },
    });
    if (said.status === 200) leave.approved = isApproved;
    if (said.status === 200 || said.status === 409) return;
    if (said.status !== 404 || performance.now() > untilMs) throw new UnexpectedAnswer('a decision about leave', said);
    await sleep(LOOK_EVERY_MS);
  }
}

export async function cancel(owner: Session, cohortId: string): Promise<void> {
  const answer = await owner.send({
    method: 'POST',
    path: `/api/membership/cohorts/${cohortId}/cancel`,
    body: { reason: 'no teacher' },
    key: `cancel-${cohortId}`,
  });
  if (answer.status !== 200) throw new UnexpectedAnswer('the cancellation', answer);
}
