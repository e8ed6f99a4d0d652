/** A currency as the processor takes it. Amounts are integers in the minor unit that the processor counts in. */
export interface Currency {
  /** ISO 4217, upper case. */
  code: string;
  /** Digits of the minor unit: 2 where 1234 is 12.34. */
  minorDigits: 0 | 2 | 3;
  /** Every amount that moves, charge or refund, is a multiple of it. */
  stepMinor: 1 | 10 | 100;
  /** Least and most of one charge. */
  leastMinor: number;
  mostMinor: number;
  /** Whether a cohort can be paid in it. */
  isCharged: boolean;
}

// https://docs.stripe.com/currencies
const ZERO_DECIMAL = 'BIF CLP DJF GNF JPY KMF KRW MGA PYG RWF VND VUV XAF XOF XPF';
/** The last digit must be 0. */
const THREE_DECIMAL = 'BHD JOD KWD OMR TND';
/** Without a minor unit in the world, but given to the processor in whole hundreds. */
const WHOLE_HUNDREDS = 'ISK UGX';
const TWO_DECIMAL =
  'AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BRL BSD BWP BYN BZD CAD CDF CHF CNY COP CRC CVE CZK ' +
  'DKK DOP DZD EGP ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR JMD KES KGS KHR KYD KZT LAK LBP ' +
  'LKR LRD LSL MAD MDL MKD MMK MNT MOP MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD ' +
  'RUB SAR SBD SCR SEK SGD SHP SLE SOS SRD STD SZL THB TJS TOP TRY TTD TWD TZS UAH USD UYU UZS WST XCD YER ZAR ZMW';

/** What the processor names a minimum for; others it converts first, so here they have a least of one step. */
const LEAST_MINOR: Readonly<Record<string, number>> = {
  AED: 200,
  AUD: 50,
  BGN: 100,
  BRL: 50,
  CAD: 50,
  CHF: 50,
  CNY: 400,
  CZK: 1_500,
  DKK: 250,
  EUR: 50,
  GBP: 30,
  HKD: 400,
  HUF: 17_500,
  INR: 50,
  JPY: 50,
  KRW: 500,
  MXN: 1_000,
  MYR: 200,
  NOK: 300,
  NZD: 50,
  PLN: 200,
  RON: 200,
  SEK: 300,
  SGD: 50,
  THB: 1_000,
  USD: 50,
};

/** Eight digits; twelve for rupiah. */
const MOST_MINOR = 99_999_999;
const MOST_RUPIAH_MINOR = 999_999_999_999;

/**
 * The currencies that may be charged: those whose minor unit is the same for ISO 4217 and for the processor, so that no amount can be a
 * hundred times off (ISK and UGX are not among them).
 */
const CHARGED =
  'AED AUD BHD BRL CAD CHF CNY CZK DKK EUR GBP HKD INR JOD JPY KRW KWD MXN MYR NOK NZD OMR PLN RON SEK SGD THB TND USD ZAR';

/** Codes of the currencies that a cohort can be paid in, in alphabetical order. */
export const CHARGED_CURRENCIES: readonly string[] = CHARGED.split(' ');

const charged = new Set(CHARGED_CURRENCIES);
const table = new Map([
  ...rows(ZERO_DECIMAL, 0, 1),
  ...rows(TWO_DECIMAL, 2, 1),
  ...rows(THREE_DECIMAL, 3, 10),
  ...rows(WHOLE_HUNDREDS, 2, 100),
]);

/** What the processor says of a currency; undefined where it does not know it. */
export function currencyOf(code: string): Currency | undefined {
  return table.get(code);
}

/** Digits of a currency's minor unit; 2 for one that is not known. */
export function minorDigitsOf(code: string): number {
  return table.get(code)?.minorDigits ?? 2;
}

/** Whether an amount can move through the processor to the last unit. */
export function isPayable(amountMinor: number, code: string): boolean {
  return amountMinor % stepOf(code) === 0;
}

/** The part of an amount that can be sent now; the rest waits for more. */
export function payablePart(amountMinor: number, code: string): number {
  return amountMinor - (amountMinor % stepOf(code));
}

function stepOf(code: string): number {
  return table.get(code)?.stepMinor ?? 1;
}

function rows(codes: string, minorDigits: Currency['minorDigits'], stepMinor: Currency['stepMinor']) {
  return codes.split(' ').map((code): [string, Currency] => {
    const mostMinor = code === 'IDR' ? MOST_RUPIAH_MINOR : MOST_MINOR;
    const leastMinor = LEAST_MINOR[code] ?? stepMinor;
    return [code, { code, minorDigits, stepMinor, leastMinor, mostMinor, isCharged: charged.has(code) }];
  });
}
