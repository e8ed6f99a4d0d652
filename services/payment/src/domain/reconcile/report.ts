import { unreachable } from '@daka/contracts';
import type { Cause, Finding } from './judge';

export interface CurrencyTotals {
  currency: string;
  /** What the processor's balance transactions add up to. */
  processorMinor: number;
  /** What the ledger's cash entries add up to. */
  ledgerMinor: number;
  inFlightMinor: number;
  outsideMinor: number;
  /** What is left to explain: processor - ledger - in flight - outside. */
  differenceMinor: number;
  /** The same without letting one difference hide another. */
  grossDifferenceMinor: number;
}

export interface Report {
  id: string;
  startedAtMs: number;
  finishedAtMs: number;
  sources: number;
  differences: number;
  inFlight: number;
  outside: number;
  /** Differences by cause. */
  causes: Partial<Record<Cause, number>>;
  totals: readonly CurrencyTotals[];
  /** Findings beyond the bound are counted and not kept. */
  notKept: number;
}

type Counted = Omit<Report, 'id' | 'startedAtMs' | 'finishedAtMs' | 'notKept'>;

/** Adds up a run as it goes. */
export function createTally() {
  const totals = new Map<string, CurrencyTotals>();
  const counted = { sources: 0, differences: 0, inFlight: 0, outside: 0 };
  const causes: Partial<Record<Cause, number>> = {};
  const of = (currency: string): CurrencyTotals => {
    const known = totals.get(currency) ?? {
      currency,
      processorMinor: 0,
      ledgerMinor: 0,
      inFlightMinor: 0,
      outsideMinor: 0,
      differenceMinor: 0,
      grossDifferenceMinor: 0,
    };
    totals.set(currency, known);
    return known;
  };

  return {
    addSides(
      processor: { currency: string; netMinor: number } | null,
      ledger: { currency: string; netMinor: number } | null,
    ): void {
      counted.sources += 1;
      if (processor) of(processor.currency).processorMinor += processor.netMinor;
      if (ledger) of(ledger.currency).ledgerMinor += ledger.netMinor;
    },
    addFinding({ state, cause, currency, differenceMinor }: Finding): void {
      const total = of(currency);
      switch (state) {
        case 'difference':
          counted.differences += 1;
          causes[cause] = (causes[cause] ?? 0) + 1;
          total.differenceMinor += differenceMinor;
          total.grossDifferenceMinor += Math.abs(differenceMinor);
          // Counted among what is outside already, payout by payout.
          if (cause === 'left_the_platform') total.outsideMinor -= differenceMinor;
          return;
        case 'in_flight':
          counted.inFlight += 1;
          total.inFlightMinor += differenceMinor;
          return;
        case 'outside':
          counted.outside += 1;
          total.outsideMinor += differenceMinor;
          return;
        default:
          return unreachable(state, 'state');
      }
    },
    counted: (): Counted => ({
      ...counted,
      causes,
      totals: [...totals.values()].sort((a, b) => (a.currency < b.currency ? -1 : 1)),
    }),
  };
}
