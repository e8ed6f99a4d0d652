import type { Withdrawal } from '../../api/queries';
import { useMoney } from '../../features/money/use-money';
import { TimeLeft } from '../../features/server-clock/time-left';
import { useDates } from '../../features/time/use-dates';
import { useText } from '../../texts/use-text';
import { Card } from '../../ui/card';
import { Line, Lines } from '../../ui/lines';
import { Muted, Strong } from '../../ui/words';

interface ConsequencesProps {
  preview: Withdrawal;
  timeZone: string;
}

/** What leaving now comes to, as check-in works it out. */
export function Consequences({ preview, timeZone }: ConsequencesProps) {
  return preview.outcome === 'everything_back' ? (
    <EverythingBack preview={preview} timeZone={timeZone} />
  ) : (
    <KeepsEarned preview={preview} timeZone={timeZone} />
  );
}

function EverythingBack({ preview, timeZone }: ConsequencesProps) {
  const text = useText();
  const money = useMoney(preview.currency);
  const dates = useDates(timeZone);
  const { entryFeeMinor, depositMinor, coolingOffEndsAt } = preview;
  return (
    <Card title={text('quit.allBack')}>
      <Lines>
        <Line what={text('cohort.fee')} note={text('quit.comesBack')} much={money(entryFeeMinor)} />
        <Line what={text('cohort.deposit')} note={text('quit.comesBack')} much={money(depositMinor)} />
        <Line what={<b>{text('quit.sum')}</b>} much={<b>{money(entryFeeMinor + depositMinor)}</b>} come />
      </Lines>
      {coolingOffEndsAt !== null && (
        <>
          <p>
            {text('today.left')}{' '}
            <Strong>
              <TimeLeft until={coolingOffEndsAt} />
            </Strong>
          </p>
          <Muted>{text('quit.until', { zone: dates.zone, time: dates.dateAndTime(coolingOffEndsAt) })}</Muted>
        </>
      )}
    </Card>
  );
}

function KeepsEarned({ preview, timeZone }: ConsequencesProps) {
  const text = useText();
  const money = useMoney(preview.currency);
  const dates = useDates(timeZone);
  const { entryFeeMinor, depositMinor, releasedMinor, toComeMinor, payoutAt, forfeitedMinor, frozenMinor } = preview;
  return (
    <Card title={text('quit.partBack')}>
      <Lines>
        <Line what={text('quit.released')} note={text('quit.releasedNote')} much={money(releasedMinor)} />
        <Line
          what={text('quit.toCome')}
          note={payoutAt === null ? text('quit.toComeNote') : text('quit.toComeAt', { day: dates.date(payoutAt) })}
          much={money(toComeMinor)}
        />
        <Line
          what={text('quit.forfeited')}
          note={frozenMinor > 0 ? text('quit.frozen', { amount: money(frozenMinor) }) : text('quit.forfeitedNote')}
          much={`−\u00A0${money(forfeitedMinor)}`}
        />
        <Line what={<b>{text('cohort.deposit')}</b>} much={<b>{money(depositMinor)}</b>} />
        <Line what={text('cohort.fee')} note={text('quit.feeGone')} much={money(entryFeeMinor)} />
      </Lines>
    </Card>
  );
}
