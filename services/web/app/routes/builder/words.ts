import type { PolicyWarning } from '@daka/rules';
import type { MoneyOf } from '../../features/money/use-money';
import type { Text } from '../../texts/use-text';
import type { Fault } from './judge';

const AMOUNTS: readonly string[] = ['not_in_steps', 'below_least', 'above_most'];

/** What is wrong with a field, with the bound that it breaks. */
export function faultText(text: Text, { why, bound }: Fault, money: MoneyOf): string {
  const figure = bound ?? 0;
  return text('builder.fault', {
    why,
    bound: why === 'organiser_share_too_large' ? figure / 100 : figure,
    amount: AMOUNTS.includes(why) ? money(figure) : '',
  });
}

export function warningText(text: Text, { why, figure }: PolicyWarning, money: MoneyOf): string {
  return text('builder.warning', {
    why,
    figure: why === 'organiser_profits' ? figure / 100 : figure,
    amount: why === 'cents' ? money(figure) : '',
  });
}
