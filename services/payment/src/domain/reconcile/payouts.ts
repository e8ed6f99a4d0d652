import { type AccountBooks, organisersIn } from '../proof/custody';
import { type Finding, findingOf } from './judge';
import { netOf, type ProcessorSide } from './sides';

/** Payouts to banks and top-ups from them, account by account: what went out beyond what is the organisers' is a difference. */
export function createPayouts() {
  const sides = new Map<string, { account: string; currency: string; netMinor: number; newestMs: number }>();

  return {
    add(side: ProcessorSide): void {
      const { account, currency, newestMs } = side;
      const known = sides.get(`${account} ${currency}`);
      sides.set(`${account} ${currency}`, {
        account,
        currency,
        netMinor: (known?.netMinor ?? 0) + netOf(side),
        newestMs: Math.max(known?.newestMs ?? 0, newestMs),
      });
    },
    beyond(books: readonly AccountBooks[]): Finding[] {
      return [...sides.values()].flatMap(({ account, currency, netMinor, newestMs }) => {
        const allowedMinor = Math.max(0, organisersIn(account, currency, books));
        if (0 - netMinor <= allowedMinor) return [];
        return [
          findingOf('left_the_platform', 'difference', {
            account,
            source: `payouts:${account}:${currency}`,
            types: ['payout'],
            currency,
            processorMinor: netMinor,
            ledgerMinor: 0 - allowedMinor,
            movedAtMs: newestMs,
          }),
        ];
      });
    },
  };
}
