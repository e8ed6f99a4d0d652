/** The payment methods that the sandbox plays. `delayed` ones say only later whether the money came. */
export const PAYMENT_METHODS = {
  card: { delayed: false },
  alipay: { delayed: false },
  wechat_pay: { delayed: false },
  link: { delayed: false },
  sepa_debit: { delayed: true },
  konbini: { delayed: true },
} as const;

export type PaymentMethodType = keyof typeof PAYMENT_METHODS;

export const PAYMENT_METHOD_TYPES = Object.keys(PAYMENT_METHODS) as PaymentMethodType[];
