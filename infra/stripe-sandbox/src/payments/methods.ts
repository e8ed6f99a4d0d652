interface PaymentMethod {
  /** Says only later whether the money came. */
  readonly delayed: boolean;
  /** The currencies it takes; absent: all. */
  readonly currencies?: readonly string[];
}

/** The payment methods that the sandbox plays. */
export const PAYMENT_METHODS = {
  card: { delayed: false },
  link: { delayed: false },
  alipay: { delayed: false, currencies: ['aud', 'cad', 'cny', 'eur', 'gbp', 'hkd', 'jpy', 'myr', 'nzd', 'sgd', 'usd'] },
  wechat_pay: {
    delayed: false,
    currencies: ['aud', 'cad', 'chf', 'cny', 'dkk', 'eur', 'gbp', 'hkd', 'jpy', 'nok', 'sek', 'sgd', 'usd'],
  },
  sepa_debit: { delayed: true, currencies: ['eur'] },
  konbini: { delayed: true, currencies: ['jpy'] },
} as const satisfies Record<string, PaymentMethod>;

export type PaymentMethodType = keyof typeof PAYMENT_METHODS;

export const PAYMENT_METHOD_TYPES = Object.keys(PAYMENT_METHODS) as PaymentMethodType[];

export function methodsFor(currency: string): readonly PaymentMethodType[] {
  return PAYMENT_METHOD_TYPES.filter(
    (type) => (PAYMENT_METHODS[type] as PaymentMethod).currencies?.includes(currency) ?? true,
  );
}
