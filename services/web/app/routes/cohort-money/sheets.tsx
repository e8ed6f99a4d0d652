import type { ReactNode } from 'react';
import { useMoney } from '../../features/money/use-money';
import { useDates } from '../../features/time/use-dates';
import { useText } from '../../texts/use-text';
import { Card } from '../../ui/card';
import { Line, Lines } from '../../ui/lines';
import { Muted, Strong } from '../../ui/words';
import type { CohortMoney } from './read';

interface SheetProps {
  money: CohortMoney;
  currency: string;
}

/** Of the cohort, in which its days are. */
interface Zoned {
  timeZone: string;
}

interface Part {
  /** Names its words. */
  name: string;
  amountMinor: number;
  /** Shown also where it is nothing. */
  isAlways?: boolean;
  note?: string;
}

/** What was charged, and where it is now: the parts add up to the sum above them. */
export function Where({ money: { where }, currency }: SheetProps) {
  const parts: Part[] = [
    { name: 'cash', amountMinor: where.cashMinor, isAlways: true },
    { name: 'refunded', amountMinor: where.refundedMinor, isAlways: true },
    { name: 'transferred', amountMinor: where.transferredMinor },
    { name: 'processorFees', amountMinor: where.processorFeesMinor },
    { name: 'withdrawn', amountMinor: where.withdrawnMinor },
  ];
  return <Sheet sheet="where" currency={currency} sumMinor={where.chargedMinor} parts={parts} />;
}

/** What the processor holds, and whose it is. */
export function Whose({ money: { where, whose, payables }, currency, timeZone }: SheetProps & Zoned) {
  const text = useText();
  const dates = useDates(timeZone);
  const { dueSince } = payables;
  const since = dueSince === null ? {} : { note: text('cohortMoney.dueSince', { day: dates.date(dueSince) }) };
  const parts: Part[] = [
    { name: 'held', amountMinor: whose.heldMinor, isAlways: true },
    { name: 'frozen', amountMinor: whose.frozenMinor },
    { name: 'payable', amountMinor: whose.payableMinor, isAlways: true, ...since },
    { name: 'inFlight', amountMinor: whose.inFlightMinor, isAlways: true },
    { name: 'credit', amountMinor: whose.creditMinor },
    { name: 'bonus', amountMinor: whose.bonusMinor },
    { name: 'pool', amountMinor: whose.poolMinor, isAlways: true },
    { name: 'charity', amountMinor: whose.charityMinor },
    { name: 'organiser', amountMinor: whose.organiserMinor, isAlways: true },
    { name: 'elsewhere', amountMinor: whose.elsewhereMinor },
    { name: 'disputed', amountMinor: 0 - whose.disputedMinor },
  ];
  return <Sheet sheet="whose" currency={currency} sumMinor={where.cashMinor} parts={parts} />;
}

/** What is the organiser's, and what it waits for. */
export function Organiser({ money: { organiser, whose }, currency }: SheetProps) {
  const text = useText();
  const money = useMoney(currency);
  const parts: Part[] = [
    { name: 'feesDeferred', amountMinor: organiser.feesDeferredMinor, isAlways: true },
    { name: 'feesEarned', amountMinor: organiser.feesEarnedMinor, isAlways: true },
    { name: 'share', amountMinor: organiser.shareMinor },
    { name: 'paidOutside', amountMinor: organiser.paidOutsideMinor },
    { name: 'transferred', amountMinor: 0 - organiser.transferredMinor },
    { name: 'processorFees', amountMinor: 0 - organiser.processorFeesMinor },
    { name: 'losses', amountMinor: 0 - organiser.lossesMinor },
    { name: 'overpaid', amountMinor: 0 - organiser.overpaidMinor },
  ];
  const { payableMinor, isConnected } = organiser;
  const state = payableMinor <= 0 ? 'none' : isConnected ? 'soon' : 'unconnected';
  return (
    <Sheet sheet="organiser" currency={currency} sumMinor={whose.organiserMinor} parts={parts}>
      <Muted>{text('cohortMoney.payable', { state, amount: money(payableMinor) })}</Muted>
    </Sheet>
  );
}

/** What was forfeited, and who has it. */
export function Pool({ money: { pool }, currency }: SheetProps) {
  const parts: Part[] = [
    { name: 'bonuses', amountMinor: pool.bonusesMinor, isAlways: true },
    { name: 'poolOrganiser', amountMinor: pool.organiserMinor },
    { name: 'poolCharity', amountMinor: pool.charityMinor },
    { name: 'unshared', amountMinor: pool.unsharedMinor, isAlways: true },
  ];
  if (pool.forfeitedMinor === 0) return null;
  return <Sheet sheet="pool" currency={currency} sumMinor={pool.forfeitedMinor} parts={parts} />;
}

interface SheetOfParts {
  sheet: string;
  currency: string;
  sumMinor: number;
  parts: readonly Part[];
  children?: ReactNode;
}

/** A sum and what it is made of, each a line, so that anybody can add them up. */
function Sheet({ sheet, currency, sumMinor, parts, children }: SheetOfParts) {
  const text = useText();
  const money = useMoney(currency);
  return (
    <Card title={text('cohortMoney.sheet', { sheet })} aside={<Strong>{money(sumMinor)}</Strong>}>
      <Lines>
        {parts.map(
          ({ name, amountMinor, isAlways = false, ...more }) =>
            (isAlways || amountMinor !== 0) && (
              <Line key={name} what={text('cohortMoney.part', { name })} much={money(amountMinor)} {...more} />
            ),
        )}
      </Lines>
      {children}
    </Card>
  );
}
