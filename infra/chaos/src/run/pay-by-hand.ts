import { setTimeout as sleep } from 'node:timers/promises';
import { paymentHttp } from '@daka/contracts';
import { UnexpectedAnswer, type Session } from '@daka/replay';
import type { Bank } from './bank';
import type { Learner } from './people';

/** Until payment has noticed that a refund came back, webhook or not. */
const OWED_WITHIN_MS = 6_000;
const LOOK_EVERY_MS = 200;
/** Less was owed meanwhile, or a dispute is open: nothing was told then. */
const NOT_NOW = new Set(['nothing_owed', 'more_than_owed', 'refunds_frozen']);

/** The owner says to have paid what only goes by hand; where nothing does, nothing is said. */
export async function payByHand(
  owner: Session,
  bank: Bank,
  learner: Learner | undefined,
  inParts: number,
): Promise<void> {
  const enrolmentId = learner?.enrolmentId() ?? null;
  if (learner === undefined || enrolmentId === null) return;
  const owedMinor = await owedByHand(owner, enrolmentId, bank.hasGivenBack(enrolmentId) ? OWED_WITHIN_MS : 0);
  const firstMinor = inParts === 1 ? owedMinor : Math.floor(owedMinor / 2);
  const amounts = [firstMinor, owedMinor - firstMinor].filter((amountMinor) => amountMinor > 0);
  for (const [index, amountMinor] of amounts.entries()) {
    const reference = `wire-${enrolmentId}-${index}`;
    const answer = await owner.send({
      method: 'POST',
      path: `/api/payment/enrolments/${enrolmentId}/manual-payouts`,
      key: reference,
      body: { amountMinor, method: 'bank transfer', reference },
    });
    const isOwn = answer.isRepeated && answer.code === 'reference_used';
    if (answer.status === 201 || isOwn)
      learner.record.toldByHand.push({ enrolmentId, reference, amountMinor, answered: null });
    else if (!NOT_NOW.has(answer.code)) throw new UnexpectedAnswer('a payment by hand', answer);
  }
}

async function owedByHand(owner: Session, enrolmentId: string, withinMs: number): Promise<number> {
  const order = { method: 'GET', path: `/api/payment/enrolments/${enrolmentId}/manual-payouts` } as const;
  const untilMs = performance.now() + withinMs;
  for (;;) {
    const answer = await owner.send(order);
    // Somebody who never paid has no book.
    if (answer.status !== 200 && answer.status !== 404) throw new UnexpectedAnswer('what goes by hand', answer);
    const leftMinor = answer.status === 404 ? 0 : paymentHttp.ManualPayoutsBody.parse(answer.body).leftMinor;
    if (leftMinor > 0 || performance.now() > untilMs) return leftMinor;
    await sleep(LOOK_EVERY_MS);
  }
}
