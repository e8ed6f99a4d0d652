import { useState } from 'react';
import type { Statement } from '../../api/queries';
import { type Text, type TextId, useText } from '../../texts/use-text';
import { Button } from '../../ui/button';
import { Line, Lines } from '../../ui/lines';
import { useDates } from '../time/use-dates';
import { type MoneyOf, useMoney } from '../money/use-money';

const SHOWN_FIRST = 12;

type Entry = Statement['lines'][number];

/** Whether the amount comes to the reader (+), goes (−), or only moves; null: it is not the reader's any more, so words say what became of it. */
type Sign = '+' | '−' | '' | null;

/** What each line is called here; null: between the organiser and the processor. */
const KINDS: Readonly<Record<Entry['kind'], { text: TextId; sign: Sign } | null>> = {
  paid: { text: 'line.paid', sign: '−' },
  paid_in_excess: { text: 'line.paidInExcess', sign: '−' },
  fee_earned: { text: 'line.feeEarned', sign: '' },
  payout_due: { text: 'line.payoutDue', sign: '' },
  refund_sent: { text: 'line.refundSent', sign: '' },
  refunded: { text: 'line.refunded', sign: '+' },
  refund_failed: { text: 'line.refundFailed', sign: '' },
  refund_returned: { text: 'line.refundReturned', sign: '' },
  forfeited: { text: 'line.forfeited', sign: '−' },
  kept_as_credit: { text: 'line.keptAsCredit', sign: '' },
  bonus_awarded: { text: 'line.bonusAwarded', sign: '' },
  bonus_placed: { text: 'line.bonusPlaced', sign: '' },
  cancelled: { text: 'line.cancelled', sign: '' },
  dispute_withdrawn: { text: 'line.disputeWithdrawn', sign: '' },
  dispute_returned: { text: 'line.disputeReturned', sign: '' },
  dispute_lost: { text: 'line.disputeLost', sign: '' },
  hand_payment_told: { text: 'line.handPaymentTold', sign: '' },
  hand_payment_objected: { text: 'line.handPaymentObjected', sign: '' },
  paid_outside: { text: 'line.paidOutside', sign: '+' },
  appeal_opened: { text: 'line.appealOpened', sign: '' },
  appeal_answered: { text: 'line.appealAnswered', sign: '' },
  appeal_eased: { text: 'line.appealEased', sign: '' },
  credit_used: { text: 'line.creditUsed', sign: '' },
  credit_moved: { text: 'line.creditMoved', sign: '' },
  pool_shared: null,
  // Less what the payment has cost: a figure beside the fee's own would ask for an explanation that is no learner's business.
  transferred: { text: 'line.transferred', sign: null },
  transfer_reversed: { text: 'line.transferReversed', sign: null },
  processor_fee: null,
  dispute_fee: null,
  dispute_fee_returned: null,
};

/** The last movements first, each in the reader's language. */
export function StatementLines({ statement, timeZone }: { statement: Statement; timeZone: string }) {
  const text = useText();
  const money = useMoney(statement.currency);
  const dates = useDates(timeZone);
  const [isWhole, setWhole] = useState(false);
  const lines = statement.lines.filter(({ kind }) => kindOf(kind) !== null).reverse();
  const shown = isWhole ? lines : lines.slice(0, SHOWN_FIRST);
  return (
    <>
      <Lines>
        {shown.map((line) => {
          const { sign } = kindOf(line.kind) ?? { sign: '' as const };
          return (
            <Line
              key={line.seq}
              what={nameOf(text, line)}
              note={noteOf({ text, dates, money }, line)}
              much={sign === null ? undefined : `${sign}\u00A0${money(line.amountMinor)}`.trim()}
              come={sign === '+'}
            />
          );
        })}
      </Lines>
      {shown.length < lines.length && (
        <Button quiet small onPress={() => setWhole(true)}>
          {text('money.all', { count: lines.length })}
        </Button>
      )}
    </>
  );
}

/** Undefined: a kind that is newer than this page. */
function kindOf(kind: string): (typeof KINDS)[Entry['kind']] | undefined {
  const known: Readonly<Record<string, (typeof KINDS)[Entry['kind']]>> = KINDS;
  return known[kind];
}

/** A kind that is newer than this page is shown in the server's own words. */
function nameOf(text: Text, { kind, text: words }: Entry): string {
  const known = kindOf(kind);
  return known ? text(known.text) : words;
}

interface Telling {
  text: Text;
  dates: ReturnType<typeof useDates>;
  money: MoneyOf;
}

function noteOf(telling: Telling, line: Entry): string {
  const { text, dates } = telling;
  const parts = [dates.dateAndTime(line.at), ...daysOf(telling, line), ...partsOf(telling, line)];
  if (line.expectedAt !== undefined) parts.push(text('line.expected', { day: dates.date(line.expectedAt) }));
  if (line.answer !== undefined) parts.push(text('line.answer', { answer: line.answer }));
  if (line.reference !== undefined) parts.push(text('line.reference', { reference: line.reference }));
  return parts.join(' · ');
}

/** The days that a line is for. */
function daysOf({ text, dates }: Telling, { period, days }: Entry): string[] {
  const [first] = days ?? [];
  if (days !== undefined && first !== undefined)
    return days.length === 1
      ? [text('line.forDay', { day: dates.day(first.day), position: first.position })]
      : [text('line.forDays', { count: days.length })];
  return period !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(period)
    ? [text('line.for', { day: dates.day(period) })]
    : [];
}

/** What the amount is made of, where it is more than one thing. */
function partsOf({ text, money }: Telling, line: Entry): string[] {
  const { entryFeeMinor = 0, depositMinor = 0, creditMinor = 0 } = line;
  const parts = [
    entryFeeMinor > 0 && text('line.fee', { amount: money(entryFeeMinor) }),
    depositMinor > 0 && text('line.deposit', { amount: money(depositMinor) }),
    creditMinor > 0 && text('line.credit', { amount: money(creditMinor) }),
  ].filter((part) => part !== false);
  return parts.length > 1 ? parts : [];
}
