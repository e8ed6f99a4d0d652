import { paymentHttp } from '@daka/contracts';
import { refusals, route } from '@daka/service-kit';
import type { ReadReceipt } from './handler';

type Needs = { readReceipt: ReadReceipt };

const shared = {
  method: 'get',
  access: ['learner'],
  answers: { 200: paymentHttp.ReceiptBody, 404: refusals('no_receipt') },
} as const;

export const readLatestReceiptRoute = route<Needs>()({
  ...shared,
  path: '/enrolments/:enrolmentId/receipts/latest',
  summary: 'Your own balance in the last proof of deposits, with what it takes to check it offline.',
  params: paymentHttp.EnrolmentParams,
  handle: ({ params }, { readReceipt }) => readReceipt(params.enrolmentId),
});

export const readReceiptRoute = route<Needs>()({
  ...shared,
  path: '/enrolments/:enrolmentId/receipts/:day',
  summary: 'The same for one UTC day.',
  params: paymentHttp.ReceiptParams,
  handle: ({ params }, { readReceipt }) => readReceipt(params.enrolmentId, params.day),
});
