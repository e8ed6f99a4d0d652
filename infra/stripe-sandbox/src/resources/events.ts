import { z } from 'zod';
import { endpoint } from '../api/endpoint';
import { missing } from '../api/error';
import { listPage } from '../api/list';
import { createdRange, expand, page, text } from '../api/params';
import type { EventRecord, Snapshot } from '../state/records';
import type { Transaction } from '../state/transaction';
import { renderAccount } from './accounts';
import { renderCharge } from './charges';
import { renderSession } from './checkout-sessions';
import { renderDispute } from './disputes';
import { renderPaymentIntent } from './payment-intents';
import { renderRefund } from './refunds';
import { renderTransfer } from './transfers';

/** The API version whose shapes the sandbox plays. */
export const API_VERSION = '2026-10-28.endive';

export const eventEndpoints = [
  endpoint({
    method: 'get',
    path: '/v1/events',
    known: ['delivery_success'],
    params: z.strictObject({
      ...page,
      type: text().optional(),
      types: z.array(text()).max(20).optional(),
      created: createdRange,
    }),
    handle({ tx, params, around }) {
      const table = tx.book.tables.event;
      const isWanted = wantedTypes(params.type ?? '*', params.types);
      const ids = params.type === undefined || params.type.includes('*') ? undefined : table.idsBy('type', params.type);
      return listPage(params, {
        url: '/v1/events',
        noun: 'event',
        table,
        ids,
        created: params.created,
        keep: (event: EventRecord) => isWanted(event.type),
        render: (event) => renderEvent(event, around.publicUrl(), tx),
      });
    },
  }),
  endpoint({
    method: 'get',
    path: '/v1/events/:id',
    params: z.strictObject({ expand }),
    handle({ tx, id, around }) {
      const event = tx.find('event', id);
      if (!event) throw missing('event', id, 'id');
      return renderEvent(event, around.publicUrl(), tx);
    },
  }),
];

/** `charge.*` stands for everything that begins with `charge.`. */
function wantedTypes(pattern: string, types: readonly string[] | undefined): (type: string) => boolean {
  const prefix = pattern.endsWith('*') ? pattern.slice(0, -1) : undefined;
  return (type) =>
    (prefix === undefined ? type === pattern : type.startsWith(prefix)) && (types?.includes(type) ?? true);
}

/** The event as Stripe shows and sends it: its object as it was then. */
export function renderEvent(event: EventRecord, publicUrl: string, tx?: Transaction): object {
  return {
    id: event.id,
    object: 'event',
    ...(event.account && { account: event.account }),
    api_version: API_VERSION,
    created: event.created,
    data: {
      object: renderSnapshot(event.snapshot, publicUrl, tx),
      ...(event.previous && { previous_attributes: event.previous }),
    },
    livemode: false,
    pending_webhooks: event.endpoints.length,
    request: { id: event.requestId, idempotency_key: event.idempotencyKey },
    type: event.type,
  };
}

function renderSnapshot({ kind, record }: Snapshot, publicUrl: string, tx?: Transaction): object {
  switch (kind) {
    case 'session':
      return renderSession(record, publicUrl);
    case 'intent':
      return renderPaymentIntent(record);
    case 'charge':
      return renderCharge(record);
    case 'refund':
      return renderRefund(record);
    case 'dispute':
      return renderDispute(record, tx);
    case 'account':
      return renderAccount(record);
    case 'transfer':
      return renderTransfer(record, tx);
    default:
      return kind satisfies never;
  }
}
