import { checkinHttp, paymentHttp } from '@daka/contracts';
import { eventually } from '@daka/service-kit/testing';
import { z } from 'zod';
import type { Course, Learner, World } from './cohort-world';

/** The key that the sandbox of a whole system accepts. */
const SANDBOX_KEY = 'sk_test_daka_sandbox';
const PATIENCE = { timeoutMs: 90_000 };

const Charges = z.object({
  charges: z.array(
    z.object({
      metadata: z.record(z.string(), z.string()),
      captured: z.int(),
      refunded: z.int(),
      refunds_pending: z.int(),
    }),
  ),
});
const Page = z.object({ status: z.string() });
const Opened = z.object({ id: z.string(), url: z.string() });

type Statement = z.infer<typeof paymentHttp.StatementBody>;

/** The lines about the learner's own money; the processor's fee, which the organiser bears, is known sooner or later. */
export function ownLines({ lines }: Pick<Statement, 'lines'>): Statement['lines'] {
  return lines.filter(({ kind }) => kind !== 'processor_fee');
}

/** What a learner may look up about their money and days, and what the processor says about the same. */
export function moneyOf(world: World) {
  const statement = ({ session, enrolmentId }: Learner) =>
    session.askUntilThere(
      { method: 'GET', path: `/api/payment/enrolments/${enrolmentId}/statement` },
      paymentHttp.StatementBody,
    );
  const calendar = ({ session, enrolmentId }: Learner) =>
    session.ask({ method: 'GET', path: `/api/checkin/enrolments/${enrolmentId}/calendar` }, checkinHttp.CalendarView);
  const accounts = ({ owner, cohort }: Course) =>
    owner.ask({ method: 'GET', path: `/api/payment/cohorts/${cohort.id}/accounts` }, paymentHttp.CohortAccountsBody);
  const sandbox = String(world.system.urls.sandbox);

  /** The charges of an enrolment, as [captured, refunded]. */
  async function charges({ enrolmentId }: Learner): Promise<[number, number][]> {
    const { charges: all } = Charges.parse(await (await fetch(`${sandbox}/_sandbox/state`)).json());
    return all
      .filter(({ metadata }) => metadata['enrolmentId'] === enrolmentId)
      .map(({ captured, refunded }) => [captured, refunded]);
  }

  /** Sends a request of Stripe's own API. */
  async function stripe(path: string, form: Record<string, string> = {}): Promise<unknown> {
    const answer = await fetch(`${sandbox}/v1/${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${SANDBOX_KEY}` },
      body: new URLSearchParams(form),
    });
    if (!answer.ok) throw new Error(`Stripe answered ${answer.status} to ${path}: ${await answer.text()}`);
    return answer.json();
  }

  return {
    statement,
    calendar,
    accounts,
    charges,
    stripe,
    /** The statement once nothing is owed or under way any more and it satisfies the condition. */
    settledStatement: (learner: Learner, condition: (shown: Statement) => boolean) =>
      eventually(async () => {
        const shown = await statement(learner);
        return shown.payableMinor === 0 && shown.inFlightMinor === 0 && condition(shown) && shown;
      }, PATIENCE),
    /** A second page for the same enrolment, as a client that asks twice may have got one. */
    async anotherPage({ enrolmentId }: Learner, amountMinor: number): Promise<string> {
      return Opened.parse(
        await stripe('checkout/sessions', {
          mode: 'payment',
          success_url: 'http://shop.test',
          client_reference_id: enrolmentId,
          'metadata[enrolmentId]': enrolmentId,
          'payment_intent_data[metadata][enrolmentId]': enrolmentId,
          'line_items[0][quantity]': '1',
          'line_items[0][price_data][currency]': 'cny',
          'line_items[0][price_data][unit_amount]': String(amountMinor),
          'line_items[0][price_data][product_data][name]': 'again',
        }),
      ).url;
    },
    /** What Stripe says of a page: open, complete or expired. */
    async pageStatus(url: string): Promise<string> {
      const sessionId = new URL(url).pathname.split('/').at(-1);
      const answer = await fetch(`${sandbox}/v1/checkout/sessions/${sessionId}`, {
        headers: { authorization: `Bearer ${SANDBOX_KEY}` },
      });
      return Page.parse(await answer.json()).status;
    },
    /** Ends the page that is open for an applicant before anybody pays on it. */
    async expirePage({ session, enrolmentId }: Learner): Promise<void> {
      const { sessionId } = await session.ask(
        { method: 'POST', path: `/api/payment/enrolments/${enrolmentId}/checkout`, body: {} },
        paymentHttp.CheckoutBody,
      );
      await stripe(`checkout/sessions/${sessionId}/expire`);
    },
  };
}

export type Money = ReturnType<typeof moneyOf>;
