/** What a payment method lets go back through the original payment. Null: its documentation states no limit, and a refund that fails says so itself. */
export interface RefundLimits {
  /** Days from the capture on. */
  refundDays: number | null;
  /** Refunds per charge, the last one included. */
  refundsPerCharge: number | null;
}

/**
 * By Stripe's name of the method. Days as Stripe states them, which are fewer than the method's own where they differ
 * (WeChat itself takes refunds for 365 days):
 * https://docs.stripe.com/payments/wechat-pay#refunds (180 days), https://docs.stripe.com/payments/alipay#refunds (90 days),
 * https://docs.stripe.com/payments/sepa-debit#refunds (180 days). 50 refunds per order: https://pay.weixin.qq.com/wiki/doc/api_external/en/apis/chapter3_5_3.shtml
 */
export const REFUND_LIMITS: Readonly<Record<string, RefundLimits>> = {
  card: { refundDays: null, refundsPerCharge: null },
  link: { refundDays: null, refundsPerCharge: null },
  wechat_pay: { refundDays: 180, refundsPerCharge: 50 },
  alipay: { refundDays: 90, refundsPerCharge: null },
  sepa_debit: { refundDays: 180, refundsPerCharge: null },
};

/**
 * Days within which a refund that was sent should be with the payer, the bank's own days included: what Stripe says of the method,
 * with weekends (https://docs.stripe.com/refunds: 5 to 10 business days for cards).
 */
const ARRIVAL_DAYS: Readonly<Record<string, number>> = { card: 14, link: 14, wechat_pay: 7, alipay: 7, sepa_debit: 7 };
const LONGEST_ARRIVAL_DAYS = 14;
const DAY_MS = 86_400_000;

/** When a refund that was sent then should have arrived at the latest; null: the method is not known. */
export function arrivesByMs(sentAtMs: number, method: string | null): number {
  return sentAtMs + (ARRIVAL_DAYS[method ?? ''] ?? LONGEST_ARRIVAL_DAYS) * DAY_MS;
}

/** A method that is not in the table: nothing is known of its limits. */
export const NO_LIMITS: RefundLimits = { refundDays: null, refundsPerCharge: null };
