import type { z } from 'zod';
import type { RefundFate } from '../payments/refund';
import type { Transaction } from '../state/transaction';
import type { Terms } from '../terms';

/** What handlers may know of the running sandbox. */
export interface Surroundings {
  readonly publicUrl: () => string;
  readonly terms: () => Terms;
  readonly nextRefundFate: () => RefundFate;
}

export interface Call<Params> {
  readonly tx: Transaction;
  readonly params: Params;
  /** From the path. */
  readonly id: string;
  readonly around: Surroundings;
}

/** One operation of the API, as data. */
export interface Endpoint<Params = unknown> {
  readonly method: 'get' | 'post' | 'delete';
  readonly path: string;
  readonly params: z.ZodType<Params>;
  /** Names of Stripe's parameters that are refused as "not supported by the sandbox". */
  readonly known: readonly string[];
  readonly handle: (call: Call<Params>) => object;
}

/** Lets the handler's parameters follow from the schema. */
export const endpoint = <Params>(spec: Omit<Endpoint<Params>, 'known'> & { known?: readonly string[] }): Endpoint =>
  ({ known: [], ...spec }) as unknown as Endpoint;
