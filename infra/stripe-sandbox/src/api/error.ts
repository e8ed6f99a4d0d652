/** Stripe's error answer. `type` and `code` are Stripe's words. */
export interface ErrorBody {
  readonly type: 'invalid_request_error' | 'idempotency_error' | 'api_error' | 'card_error';
  readonly message: string;
  readonly code?: string;
  readonly param?: string;
  readonly decline_code?: string;
}

/** Thrown by a handler to refuse the request; nothing is changed. `isStored` false: the idempotency key stays unused. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly body: ErrorBody,
    readonly isStored = true,
  ) {
    super(body.message);
  }
}

export const invalid = (message: string, more: { code?: string; param?: string } = {}): ApiError =>
  new ApiError(400, { type: 'invalid_request_error', message, ...more });

export const missing = (noun: string, id: string, param: string): ApiError =>
  new ApiError(404, {
    type: 'invalid_request_error',
    code: 'resource_missing',
    message: `No such ${noun}: '${id}'`,
    param,
  });

/** The body on the wire, with the link to Stripe's page about the code. */
export function errorAnswer(body: ErrorBody): object {
  const docs = body.code ? { doc_url: `https://docs.stripe.com/error-codes#${body.code.replaceAll('_', '-')}` } : {};
  return { error: { ...body, ...docs } };
}
