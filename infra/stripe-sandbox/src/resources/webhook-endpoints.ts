import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { endpoint } from '../api/endpoint';
import { invalid, missing } from '../api/error';
import { listPage } from '../api/list';
import { boolean, expand, metadata, page, text, url } from '../api/params';
import type { WebhookEndpointRecord } from '../state/records';
import type { Transaction } from '../state/transaction';
import { API_VERSION } from './events';

const CreateParams = z.strictObject({
  url,
  enabled_events: z.array(text()).min(1).max(250),
  connect: boolean.default(false),
  description: text().optional(),
  metadata: metadata.default({}),
  expand,
});

export const webhookEndpointEndpoints = [
  endpoint({
    method: 'post',
    path: '/v1/webhook_endpoints',
    params: CreateParams,
    known: ['api_version'],
    handle({ tx, params }) {
      if (tx.book.account)
        throw invalid(
          'Webhook endpoints of a connected account are not supported by the sandbox: create one with connect=true on the platform.',
        );
      const made: WebhookEndpointRecord = {
        id: tx.newId('we'),
        created: tx.now,
        url: params.url,
        secret: `whsec_${randomBytes(24).toString('hex')}`,
        enabledEvents: params.enabled_events,
        hears: params.connect ? 'connect' : 'own',
        description: params.description ?? null,
        metadata: params.metadata,
        deleted: false,
      };
      tx.put('endpoint', made);
      return { ...renderEndpoint(made), secret: made.secret };
    },
  }),
  endpoint({
    method: 'get',
    path: '/v1/webhook_endpoints',
    params: z.strictObject(page),
    handle: ({ tx, params }) =>
      listPage(params, {
        url: '/v1/webhook_endpoints',
        noun: 'webhook endpoint',
        table: tx.book.tables.endpoint,
        keep: (one: WebhookEndpointRecord) => !one.deleted,
        render: renderEndpoint,
      }),
  }),
  endpoint({
    method: 'get',
    path: '/v1/webhook_endpoints/:id',
    params: z.strictObject({ expand }),
    handle: ({ tx, id }) => renderEndpoint(endpointOf(tx, id)),
  }),
  endpoint({
    method: 'delete',
    path: '/v1/webhook_endpoints/:id',
    params: z.strictObject({}),
    handle({ tx, id }) {
      tx.put('endpoint', { ...endpointOf(tx, id), deleted: true });
      return { id, object: 'webhook_endpoint', deleted: true };
    },
  }),
];

function endpointOf(tx: Transaction, id: string): WebhookEndpointRecord {
  const found = tx.find('endpoint', id);
  if (!found || found.deleted) throw missing('webhook endpoint', id, 'webhook_endpoint');
  return found;
}

/** The endpoint as Stripe shows it; its secret is shown once, by the answer that makes it. */
function renderEndpoint(endpoint: WebhookEndpointRecord): object {
  return {
    id: endpoint.id,
    object: 'webhook_endpoint',
    api_version: API_VERSION,
    application: null,
    created: endpoint.created,
    description: endpoint.description,
    enabled_events: endpoint.enabledEvents,
    livemode: false,
    metadata: endpoint.metadata,
    status: 'enabled',
    url: endpoint.url,
  };
}
