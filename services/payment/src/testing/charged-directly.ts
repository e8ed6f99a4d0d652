import { isRefused } from '@daka/contracts';
import { connectMongo, createLogger } from '@daka/service-kit';
import { createBooks } from '../adapters/mongo/books';
import { createStripe } from '../adapters/stripe/client';
import { createStripeProcessor } from '../adapters/stripe/processor';
import type { BookEvent } from '../domain/book-events';
import { noteOpened, planCheckout } from '../domain/checkout';
import { COOLING_OFF, PATIENCE } from './book';
import type { Harness, Learner } from './service';

/** A checkout as it was planned when organisers' own accounts were charged. */
export function inAccount(accountId: string, planned: readonly BookEvent[]): BookEvent[] {
  return planned.map((event) =>
    event.type === 'checkout-planned' ? { ...event, request: { ...event.request, accountId } } : event,
  );
}

/** An account that the organisation named by its id, as it could before there was onboarding. */
export async function namedBefore({ config, organisationId }: Harness, accountId: string, of = organisationId) {
  const mongo = await connectMongo({
    url: config.MONGO_URL,
    db: config.MONGO_DB,
    logger: createLogger({ service: 'payment-test', level: 'silent' }),
  });
  try {
    const known = mongo.connection.collection<{ _id: string; accountId: string; known: string[] }>('stripe_accounts');
    await known.updateOne({ _id: of }, { $set: { accountId }, $addToSet: { known: accountId } }, { upsert: true });
  } finally {
    await mongo.stop();
  }
}

/** A page to pay on in an organiser's own account, opened as it was before deposits stayed with the platform. */
export async function openDirectly(payment: Harness, { enrolmentId }: Learner, accountId: string) {
  const { config } = payment;
  const mongo = await connectMongo({
    url: config.MONGO_URL,
    db: config.MONGO_DB,
    logger: createLogger({ service: 'payment-test', level: 'silent' }),
  });
  try {
    const books = createBooks(mongo);
    const now = { atMs: payment.env.clock.nowMs(), wallAtMs: Date.now() };
    const back = { successUrl: 'http://shop.test', cancelUrl: 'http://shop.test' };
    const planned = await books.change(enrolmentId, (book) => {
      const events = planCheckout(book, back, { ...COOLING_OFF, startsOn: '2026-03-02' }, now);
      return isRefused(events) ? events : inAccount(accountId, events);
    });
    if (isRefused(planned)) throw new Error(planned.refused);
    const session = planned.state.sessions.at(-1);
    if (!session) throw new Error('no session was planned');
    const stripe = createStripe({ secretKey: 'sk_test_daka', apiBase: payment.sandbox.url, timeoutMs: 10_000 });
    const answer = await createStripeProcessor(stripe).openCheckout(enrolmentId, session.number, session.request);
    if (answer.outcome !== 'answered') throw new Error(answer.reason);
    await books.change(enrolmentId, (book) => noteOpened(book, session.number, answer.value, now, PATIENCE));
    return answer.value;
  } finally {
    await mongo.stop();
  }
}

/** A learner whose payment is in an organiser's own account. */
export async function paidDirectly(payment: Harness, learner: Learner, accountId: string): Promise<Learner> {
  const { url } = await openDirectly(payment, learner, accountId);
  await payment.pay(url);
  for (let tries = 0; tries < 300 && (await payment.statement(learner)).paidMinor === 0; tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 50));
  return learner;
}
