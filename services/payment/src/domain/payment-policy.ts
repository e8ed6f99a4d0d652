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

/** A method that is not in the table: nothing is known of its limits. */
export const NO_LIMITS: RefundLimits = { refundDays: null, refundsPerCharge: null };

/**
 * The currencies that may be charged: those whose minor unit is the same for ISO 4217 and for Stripe, so that no amount can be a hundred times off
 * (ISK and UGX are not among them). Zero-decimal: JPY, KRW. Three-decimal, in tens: BHD, JOD, KWD, OMR, TND. https://docs.stripe.com/currencies
 */
export const CURRENCIES: ReadonlySet<string> = new Set([
  'AED', 'AUD', 'BHD', 'BRL', 'CAD', 'CHF', 'CNY', 'CZK', 'DKK', 'EUR', 'GBP', 'HKD', 'INR', 'JOD', 'JPY', 'KRW', 'KWD', 'MXN', 'MYR', 'NOK', 'NZD',
  'OMR', 'PLN', 'RON', 'SEK', 'SGD', 'THB', 'TND', 'USD', 'ZAR',
]);
