import { renderBalanceTransaction } from '../resources/balance-transactions';
import { renderCharge } from '../resources/charges';
import { renderSession, renderSessionLines } from '../resources/checkout-sessions';
import { renderDispute } from '../resources/disputes';
import { renderPaymentIntent } from '../resources/payment-intents';
import { findPayout, renderPayout } from '../resources/payouts';
import { renderRefund } from '../resources/refunds';
import { renderReversal, renderTransfer } from '../resources/transfers';
import type { Transaction } from '../state/transaction';
import type { Surroundings } from './endpoint';
import { invalid } from './error';

type Rendered = Record<string, unknown>;

/** Properties that hold an id which `expand` replaces by the object. */
const EXPANDABLE: Readonly<Record<string, readonly string[]>> = {
  'checkout.session': ['payment_intent', 'line_items'],
  payment_intent: ['latest_charge'],
  charge: ['balance_transaction', 'payment_intent', 'refunds'],
  transfer: ['balance_transaction'],
  transfer_reversal: ['balance_transaction', 'transfer'],
  refund: ['balance_transaction', 'failure_balance_transaction', 'charge', 'payment_intent'],
  balance_transaction: ['source'],
  dispute: ['charge', 'payment_intent'],
};

/** Replaces ids by objects along paths like `payment_intent.latest_charge` or, in lists, `data.charge`. At most four levels, as at Stripe. */
export function expandAnswer(answer: object, paths: readonly string[], tx: Transaction, around: Surroundings): object {
  const rendered = answer as Rendered;
  for (const path of paths) {
    const steps = path.split('.');
    if (steps.length > 4) throw invalid('You cannot expand more than 4 levels of a property', { param: 'expand' });
    if (rendered['object'] !== 'list') expandAt(rendered, steps, path, tx, around);
    else if (steps[0] !== 'data') throw cannotExpand(path);
    else for (const item of rendered['data'] as Rendered[]) expandAt(item, steps.slice(1), path, tx, around);
  }
  return answer;
}

function expandAt(
  object: Rendered,
  [step, ...rest]: readonly string[],
  path: string,
  tx: Transaction,
  around: Surroundings,
): void {
  if (step === undefined) return;
  if (!EXPANDABLE[String(object['object'])]?.includes(step)) throw cannotExpand(path);
  if (step === 'line_items') object[step] ??= renderSessionLines(String(object['id']), tx);
  else if (step === 'refunds') object[step] ??= refundsOf(String(object['id']), tx);
  else if (typeof object[step] === 'string') object[step] = renderById(object[step], tx, around);
  const reached = object[step];
  if (rest.length > 0 && reached !== null && typeof reached === 'object')
    expandAt(reached as Rendered, rest, path, tx, around);
}

/** The object that an id names, whatever its kind; the id itself when there is none. */
function renderById(id: string, tx: Transaction, around: Surroundings): unknown {
  const kind = id.slice(0, id.indexOf('_'));
  switch (kind) {
    case 'pi':
      return mapped(tx.find('intent', id), renderPaymentIntent) ?? id;
    case 'ch':
    case 'py':
      return mapped(tx.find('charge', id), renderCharge) ?? id;
    case 're':
    case 'pyr':
      return mapped(tx.find('refund', id), renderRefund) ?? id;
    case 'txn':
      return mapped(tx.find('balanceTransaction', id), (txn) => renderBalanceTransaction(txn, tx.now)) ?? id;
    case 'du':
      return mapped(tx.find('dispute', id), (dispute) => renderDispute(dispute, tx)) ?? id;
    case 'tr':
      return mapped(tx.find('transfer', id), (transfer) => renderTransfer(transfer, tx)) ?? id;
    case 'trr':
      return mapped(tx.find('transferReversal', id), renderReversal) ?? id;
    case 'po':
      return mapped(findPayout(tx, id), renderPayout) ?? id;
    case 'cs':
      return mapped(tx.find('session', id), (session) => renderSession(session, around.publicUrl())) ?? id;
    default:
      return id;
  }
}

function refundsOf(charge: string, tx: Transaction): object {
  const ids = tx.book.tables.refund.idsBy('charge', charge).slice(-10).reverse();
  const data = ids.flatMap((id) => mapped(tx.find('refund', id), renderRefund) ?? []);
  return {
    object: 'list',
    data,
    has_more: tx.book.tables.refund.idsBy('charge', charge).length > 10,
    url: `/v1/charges/${charge}/refunds`,
  };
}

const mapped = <A, B>(value: A | undefined, map: (value: A) => B): B | undefined =>
  value === undefined ? undefined : map(value);

const cannotExpand = (path: string) => invalid(`This property cannot be expanded (${path}).`, { param: 'expand' });
