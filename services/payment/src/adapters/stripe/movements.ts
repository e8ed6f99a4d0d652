import type Stripe from 'stripe';
import type { Movement, MovementKind } from '../../domain/reconcile/sides';
import type { MovementFeed } from '../../ports';
import { META } from './requests';

const PAGE = 100;
const WITH_SOURCE = ['data.source'];
/** A charge, a refund or a dispute has a handful. */
const MAX_OF_SOURCE = 1_000;

/** Stripe's balance transactions, page by page, the newest first. */
export function createMovementFeed(stripe: Stripe): MovementFeed {
  return {
    async *since(account, createdMs) {
      const created = createdMs === null ? {} : { created: { gte: Math.floor(createdMs / 1_000) } };
      let after: string | undefined;
      do {
        const page = await stripe.balanceTransactions.list(
          { limit: PAGE, expand: WITH_SOURCE, ...created, ...(after === undefined ? {} : { starting_after: after }) },
          on(account),
        );
        yield page.data.map((moved) => movement(account, moved));
        after = page.has_more ? page.data.at(-1)?.id : undefined;
      } while (after !== undefined);
    },
    async ofSource(account, source) {
      // What has no source of its own goes by its own id, which cannot be listed by.
      if (source.startsWith('txn_'))
        return [
          movement(account, await stripe.balanceTransactions.retrieve(source, { expand: ['source'] }, on(account))),
        ];
      const found = await stripe.balanceTransactions
        .list({ source, limit: PAGE, expand: WITH_SOURCE }, on(account))
        .autoPagingToArray({ limit: MAX_OF_SOURCE });
      return found.map((moved) => movement(account, moved));
    },
  };
}

function on(account: string): Stripe.RequestOptions {
  return account === '' ? {} : { stripeAccount: account };
}

function movement(
  account: string,
  { id, source, reporting_category, type, currency, amount, fee, created }: Stripe.BalanceTransaction,
): Movement {
  // What is read of it below is there or not, whatever kind of source it is.
  const of = (typeof source === 'object' ? source : null) as Sourced | null;
  const kind = of?.source_transfer || of?.source_transfer_reversal ? 'received' : kindOf(reporting_category);
  const [period, attempt] = [of?.metadata?.[META.period], of?.metadata?.[META.attempt]];
  return {
    id,
    account,
    kind,
    type,
    source: (typeof source === 'string' ? source : of?.id) ?? id,
    currency: currency.toUpperCase(),
    amountMinor: amount,
    feeMinor: fee,
    createdMs: created * 1_000,
    chargeId: kind === 'charge' ? (of?.id ?? null) : idOf(of?.charge),
    paymentIntentId: idOf(of?.payment_intent),
    enrolmentId: of?.metadata?.[META.enrolment] ?? null,
    refund:
      kind === 'refund' && period !== undefined && attempt !== undefined && /^\d{1,9}$/.test(attempt)
        ? { period, attempt: Number(attempt) }
        : null,
    book: kind === 'transfer' ? (of?.metadata?.[META.book] ?? null) : null,
  };
}

/** What charges, refunds, disputes and transfers have in common. */
interface Sourced {
  id: string;
  metadata?: Record<string, string> | null;
  charge?: string | { id: string } | null;
  payment_intent?: string | { id: string } | null;
  source_transfer?: string | object | null;
  source_transfer_reversal?: string | object | null;
}

function idOf(expandable: string | { id: string } | null | undefined): string | null {
  return typeof expandable === 'string' ? expandable : (expandable?.id ?? null);
}

function kindOf(category: string): MovementKind {
  switch (category) {
    case 'charge':
    case 'charge_failure':
      return 'charge';
    case 'refund':
    case 'refund_failure':
    case 'partial_capture_reversal':
      return 'refund';
    case 'transfer':
    case 'transfer_reversal':
      return 'transfer';
    case 'dispute':
    case 'dispute_reversal':
      return 'dispute';
    case 'payout':
    case 'payout_reversal':
    case 'payout_minimum_balance_hold':
    case 'payout_minimum_balance_release':
    case 'topup':
    case 'topup_reversal':
      return 'outside';
    // Stripe adds categories over the years.
    default:
      return 'other';
  }
}
