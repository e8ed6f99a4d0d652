import { type AccountBooks, organisersIn } from '../proof/custody';
import { type Finding, findingOf } from './judge';
import { netOf, type ProcessorSide } from './sides';

/** Payouts to banks and top-ups from them, account by account: what went out beyond what is the organisers' is a difference. What a transfer brought is theirs. */
export function createPayouts() {
  const sides = new Map<string, { account: string; currency: string; netMinor: number; newestMs: number }>();
  const receivedMinor = new Map<string, number>();

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
    /** Transfers as the account sees them that gets them. */
    receive(side: ProcessorSide): void {
      const name = `${side.account} ${side.currency}`;
      receivedMinor.set(name, (receivedMinor.get(name) ?? 0) + netOf(side));
    },
    beyond(books: readonly AccountBooks[]): Finding[] {
      return [...sides.values()].flatMap(({ account, currency, netMinor, newestMs }) => {
        const ownMinor = organisersIn(account, currency, books) + (receivedMinor.get(`${account} ${currency}`) ?? 0);
        const allowedMinor = Math.max(0, ownMinor);
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
