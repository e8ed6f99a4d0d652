/** Currencies as Stripe counts them. https://docs.stripe.com/currencies */

const ZERO_DECIMAL = new Set(['bif', 'clp', 'djf', 'gnf', 'jpy', 'kmf', 'krw', 'mga', 'pyg', 'rwf', 'vnd', 'vuv', 'xaf', 'xof', 'xpf']);
const THREE_DECIMAL = new Set(['bhd', 'jod', 'kwd', 'omr', 'tnd']);
/** Without a minor unit in the world, but given to Stripe in hundredths. */
const WHOLE_HUNDREDS = new Set(['isk', 'ugx']);

const TWO_DECIMAL = [
  'aed', 'all', 'amd', 'ang', 'ars', 'aud', 'awg', 'azn', 'bam', 'bbd', 'bdt', 'bgn', 'bmd', 'bnd', 'bob', 'brl', 'bsd', 'bwp', 'byn', 'bzd',
  'cad', 'chf', 'cny', 'cop', 'crc', 'cve', 'czk', 'dkk', 'dop', 'dzd', 'egp', 'etb', 'eur', 'fjd', 'gbp', 'gel', 'ghs', 'gip', 'gmd', 'gtq',
  'gyd', 'hkd', 'hnl', 'htg', 'huf', 'idr', 'ils', 'inr', 'jmd', 'kes', 'kgs', 'khr', 'kzt', 'lak', 'lbp', 'lkr', 'mad', 'mdl', 'mkd', 'mmk',
  'mnt', 'mop', 'mur', 'mvr', 'mwk', 'mxn', 'myr', 'nad', 'ngn', 'nio', 'nok', 'npr', 'nzd', 'pab', 'pen', 'pgk', 'php', 'pkr', 'pln', 'qar',
  'ron', 'rsd', 'rub', 'sar', 'sek', 'sgd', 'thb', 'try', 'ttd', 'twd', 'tzs', 'uah', 'usd', 'uyu', 'uzs', 'xcd', 'yer', 'zar', 'zmw',
];

const KNOWN = new Set([...TWO_DECIMAL, ...ZERO_DECIMAL, ...THREE_DECIMAL, ...WHOLE_HUNDREDS]);

/** The least that can be charged; other currencies are converted by Stripe, here they have a least of 1. */
const LEAST_CHARGE_MINOR: Readonly<Record<string, number>> = {
  usd: 50, aed: 200, aud: 50, bgn: 100, brl: 50, cad: 50, chf: 50, czk: 1_500, dkk: 250, eur: 50, gbp: 30, hkd: 400, huf: 17_500, inr: 50,
  jpy: 50, mxn: 1_000, myr: 200, nok: 300, nzd: 50, pln: 200, ron: 200, sek: 300, sgd: 50, thb: 1_000, cny: 400, krw: 500,
};

const MOST_CHARGE_MINOR = 99_999_999;

export const isKnownCurrency = (currency: string): boolean => KNOWN.has(currency);

export type AmountFault = 'too_small' | 'too_large' | 'not_representable';

/** Whether Stripe would charge this amount (0 is free and always fine). */
export function judgeChargeAmount(amountMinor: number, currency: string): AmountFault | undefined {
  if (amountMinor === 0) return undefined;
  if (!isRepresentable(amountMinor, currency)) return 'not_representable';
  if (amountMinor < leastChargeMinor(currency)) return 'too_small';
  return amountMinor > MOST_CHARGE_MINOR ? 'too_large' : undefined;
}

export const leastChargeMinor = (currency: string): number => LEAST_CHARGE_MINOR[currency] ?? 1;

/** Three-decimal amounts must end in 0; ISK and UGX are whole hundreds. */
export function isRepresentable(amountMinor: number, currency: string): boolean {
  if (THREE_DECIMAL.has(currency)) return amountMinor % 10 === 0;
  return WHOLE_HUNDREDS.has(currency) ? amountMinor % 100 === 0 : true;
}

/** As Stripe writes amounts in messages: "$5.00", "¥500". */
export function formatAmount(amountMinor: number, currency: string): string {
  const digits = ZERO_DECIMAL.has(currency) ? 0 : THREE_DECIMAL.has(currency) ? 3 : 2;
  const options = { style: 'currency', currency: currency.toUpperCase(), minimumFractionDigits: digits, maximumFractionDigits: digits } as const;
  return new Intl.NumberFormat('en-US', options).format(amountMinor / 10 ** digits);
}
