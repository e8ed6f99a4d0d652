import { useCallback } from 'react';
import { useLanguage } from '../../texts/use-text';
import { moneyText } from './money-text';

export type MoneyOf = (amountMinor: number) => string;

/** Amounts of one currency in the reader's language. */
export function useMoney(currency: string): MoneyOf {
  const language = useLanguage();
  return useCallback((amountMinor) => moneyText(language, currency, amountMinor), [language, currency]);
}
