import { setTimeout as sleep } from 'node:timers/promises';
import { checkinHttp } from '@daka/contracts';
import { UnexpectedAnswer } from '../http/expect';
import type { Session } from '../http/session';
import { z } from 'zod';

const SETTLED_WITHIN_MS = 180_000;
const LOOK_EVERY_MS = 200;

/** What was shared and with whom, once it is known. */
export interface SettledCohort {
  poolMinor: number;
  bonusMinor: number;
  organiserMinor: number;
  charityMinor: number;
}

/** Asks for the settlement, which starts by itself only where every window ends, and waits until it is done. */
export async function settleCohort(owner: Session, cohortId: string): Promise<SettledCohort> {
  const path = `/api/checkin/cohorts/${cohortId}/settlement`;
  const answer = await owner.send({ method: 'POST', path, body: {}, key: `settle-${cohortId}` });
  const hasStartedByItself = answer.status === 409 && answer.code !== 'too_early';
  if (answer.status !== 202 && !hasStartedByItself) throw new UnexpectedAnswer('the settlement', answer);

  const untilMs = performance.now() + SETTLED_WITHIN_MS;
  for (;;) {
    const view = await owner.ask({ method: 'GET', path }, checkinHttp.SettlementView);
    if (view.status === 'settled') return Settled.parse(view);
    if (performance.now() > untilMs)
      throw new Error(`the cohort is still ${view.status} after ${SETTLED_WITHIN_MS / 1_000} s`);
    await sleep(LOOK_EVERY_MS);
  }
}

const Settled = z.object({ poolMinor: z.int(), bonusMinor: z.int(), organiserMinor: z.int(), charityMinor: z.int() });
