import { setTimeout as sleep } from 'node:timers/promises';
import { membershipHttp } from '@daka/contracts';
import type { Session } from '@daka/replay';

/** How a learner has come in. */
export interface Way {
  session: Session;
  enrolmentId: string;
  payUrl: string | null;
}

const MEMBER_WITHIN_MS = 60_000;
const LOOK_EVERY_MS = 100;
const OVER = new Set(['cancelled', 'withdrawn', 'completed']);

/** Tries again until it is known whether the learner is a member: null says that it was too early. */
export async function onceMember({ session, enrolmentId }: Way, attempt: () => Promise<'done' | null>): Promise<void> {
  const untilMs = performance.now() + MEMBER_WITHIN_MS;
  while ((await attempt()) === null) {
    if (performance.now() > untilMs || OVER.has(await statusOf(session, enrolmentId))) return;
    await sleep(LOOK_EVERY_MS);
  }
}

async function statusOf(session: Session, enrolmentId: string): Promise<string> {
  const { status } = await session.ask(
    { method: 'GET', path: `/api/membership/enrolments/${enrolmentId}` },
    membershipHttp.EnrolmentBody,
  );
  return status;
}
