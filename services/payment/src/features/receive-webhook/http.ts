import { paymentHttp } from '@daka/contracts';
import { refusals, route } from '@daka/service-kit';
import type { ReceiveWebhook } from './handler';

export const receiveWebhookRoute = route<{ receiveWebhook: ReceiveWebhook }>()({
  method: 'post',
  path: '/webhooks/stripe',
  summary: 'Take an event from Stripe; its signature is the credential.',
  access: 'public',
  rawBody: true,
  answers: { 200: paymentHttp.WebhookReceived, 400: refusals('bad_signature') },
  handle: ({ req }, { receiveWebhook }) => {
    const body: unknown = req.body;
    return receiveWebhook(Buffer.isBuffer(body) ? body : Buffer.alloc(0), req.get('stripe-signature') ?? '');
  },
});
