import type { Outbound } from '@daka/contracts';
import { coverageBps, type ProofDay } from './assemble';

type Told = Pick<ProofDay, 'organisationId' | 'currency' | 'day' | 'sumMinor' | 'heldMinor'>;

/** In which currencies an organisation holds less than it owes, as of its last proven days. */
export interface Coverage {
  organisationId: string;
  currencies: readonly { currency: string; day: string; missingMinor: number }[];
}

export type CoverageEvent = { type: 'coverage-fell' | 'coverage-restored' } & Told;

const WHOLE_BPS = 10_000;

/** Each short day is said once, and the first that is whole again. */
export function noteCoverage(coverage: Coverage | null, days: readonly Told[]): CoverageEvent[] {
  return days.flatMap(({ organisationId, currency, day, sumMinor, heldMinor }): CoverageEvent[] => {
    const known = coverage?.currencies.find((one) => one.currency === currency);
    if (known && known.day >= day) return [];
    const bps = coverageBps({ sumMinor, heldMinor });
    const isShort = bps !== null && bps < WHOLE_BPS;
    if (!isShort && (known === undefined || known.missingMinor === 0)) return [];
    const type = isShort ? 'coverage-fell' : 'coverage-restored';
    return [{ type, organisationId, currency, day, sumMinor, heldMinor }];
  });
}

export function evolveCoverage(coverage: Coverage | null, event: CoverageEvent): Coverage {
  const { organisationId, currency, day, sumMinor, heldMinor } = event;
  const others = coverage?.currencies.filter((one) => one.currency !== currency) ?? [];
  const missingMinor = event.type === 'coverage-fell' ? sumMinor - heldMinor : 0;
  return { organisationId, currencies: [...others, { currency, day, missingMinor }] };
}

export function coverageMessages(event: CoverageEvent): Outbound<'payment.organisation'>[] {
  const { type, ...data } = event;
  return [{ topic: 'payment.organisation', type: `payment.${type}.v1`, data }];
}
