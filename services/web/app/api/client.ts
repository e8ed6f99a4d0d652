import createClient, { type Middleware } from 'openapi-fetch';
import type { paths as Checkin } from './generated/checkin';
import type { paths as Homework } from './generated/homework';
import type { paths as Membership } from './generated/membership';
import type { paths as Payment } from './generated/payment';
import type { paths as Web } from './generated/web';
import { Refusal, readRefusal, Unreachable } from './refusal';

/** Answers that are refusals are thrown, so that every call has one result and one way to fail. */
const refuse: Middleware = {
  async onResponse({ response }) {
    if (response.ok) return;
    throw await readRefusal(response);
  },
  onError: ({ error }) => (error instanceof Refusal ? error : new Unreachable(error)),
};

function client<Paths extends object>(baseUrl: string) {
  // Looked up at each call, so that a test may put another fetch in its place.
  const made = createClient<Paths>({ baseUrl, fetch: (request) => globalThis.fetch(request) });
  made.use(refuse);
  return made;
}

/** The services behind our own origin, by the types of their OpenAPI documents. The browser's cookie is the sign-in; there is no token here. */
export const api = {
  web: client<Web>('/api'),
  membership: client<Membership>('/api/membership'),
  checkin: client<Checkin>('/api/checkin'),
  payment: client<Payment>('/api/payment'),
  homework: client<Homework>('/api/homework'),
};

/** The body of an answer that cannot be a refusal any more, see `refuse`. */
export async function bodyOf<Body>(answer: Promise<{ data?: Body }>): Promise<NonNullable<Body>> {
  const { data } = await answer;
  if (data === undefined || data === null) throw new Error('an answer without a body');
  return data;
}
