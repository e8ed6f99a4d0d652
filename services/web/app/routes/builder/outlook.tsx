import { lastSafeRefundMs, type SimulatedCohort } from '@daka/rules';
import { useMoney } from '../../features/money/use-money';
import { useDates } from '../../features/time/use-dates';
import { useText } from '../../texts/use-text';
import { Card } from '../../ui/card';
import { Line, Lines } from '../../ui/lines';
import { Muted } from '../../ui/words';
import { type Draft, isHidden } from '../../features/class-draft/draft';
import type { Judged } from './judge';
import styles from './page.module.css';
import { faultText, warningText } from './words';

interface OutlookProps {
  draft: Draft;
  judged: Judged;
  nowMs: number;
}

/** Beside the form: how the money goes when few, most or nearly all finish, and what to think of before publishing. */
export function Outlook({ draft, judged, nowMs }: OutlookProps) {
  return (
    <aside className={styles['outlook']}>
      <Simulated draft={draft} judged={judged} nowMs={nowMs} />
      <ToThinkOf draft={draft} judged={judged} />
    </aside>
  );
}

function Simulated({ draft, judged: { outlooks }, nowMs }: OutlookProps) {
  const text = useText();
  const money = useMoney(draft.currency);
  const dates = useDates(draft.timeZone);
  if (outlooks.length === 0)
    return (
      <Card title={text('builder.outlook')}>
        <Muted>{text('builder.outlookNone')}</Muted>
      </Card>
    );
  const worstMinor = Math.min(...outlooks.map(({ outlook }) => outlook.feesMinor));
  return (
    <Card title={text('builder.outlook')}>
      <Muted>{text('builder.outlookNote', { learners: draft.capacity })}</Muted>
      {outlooks.map(({ percent, outlook }) => (
        <div key={percent}>
          <h3 className={styles['part']}>{text('builder.finish', { percent })}</h3>
          <Lines>
            {rowsOf(outlook).map(([name, amountMinor]) => (
              <Line key={name} what={text('builder.row', { name })} much={money(amountMinor)} />
            ))}
          </Lines>
        </div>
      ))}
      <Muted>{text('builder.worst', { amount: money(worstMinor) })}</Muted>
      <Muted>
        {text('builder.lastSafe', { day: dates.date(new Date(lastSafeRefundMs({ paidFromMs: nowMs })).toISOString()) })}
      </Muted>
    </Card>
  );
}

function rowsOf({
  returnedMinor,
  poolMinor,
  mostBonusMinor,
  charityMinor,
  feesMinor,
  organiserMinor,
}: SimulatedCohort) {
  return [
    ['returned', returnedMinor],
    ['pool', poolMinor],
    ['bonusEach', mostBonusMinor],
    ['charity', charityMinor],
    ['organiser', feesMinor + organiserMinor],
  ] as const;
}

function ToThinkOf({ draft, judged: { faults, warnings } }: Omit<OutlookProps, 'nowMs'>) {
  const text = useText();
  const money = useMoney(draft.currency);
  return (
    <>
      {warnings.length > 0 && (
        <Card title={text('builder.warnings')} tone="attention">
          <ul className={styles['list']}>
            {warnings.map((warning) => (
              <li key={`${warning.field} ${warning.why}`}>{warningText(text, warning, money)}</li>
            ))}
          </ul>
        </Card>
      )}
      <Missing draft={draft} said={faults.map((fault) => faultText(text, fault, money))} />
    </>
  );
}

/** What is missing before publishing. */
function Missing({ draft, said }: { draft: Draft; said: readonly string[] }) {
  const text = useText();
  const missing = [...missingIn(draft).map((what) => text('builder.missing', { what })), ...new Set(said)];
  return (
    <Card
      title={text(missing.length > 0 ? 'builder.notYet' : 'builder.ready')}
      tone={missing.length > 0 ? 'plain' : 'good'}
    >
      {missing.length > 0 && (
        <ul className={styles['list']}>
          {missing.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </Card>
  );
}

/** Which texts a cohort lacks; the passphrase is to be found in a rule, not in its title. */
export function missingIn(draft: Draft): ('title' | 'rules' | 'passphrase' | 'hidden' | 'capacity')[] {
  const { title, rules, passphrase, capacity } = draft;
  const isWhole = rules.length > 0 && rules.every((rule) => rule.title.trim() !== '' && rule.text.trim() !== '');
  const hasWord = passphrase.trim() !== '';
  return [
    ...(title.trim() === '' ? (['title'] as const) : []),
    ...(isWhole ? [] : (['rules'] as const)),
    ...(hasWord ? [] : (['passphrase'] as const)),
    ...(hasWord && !isHidden(draft) ? (['hidden'] as const) : []),
    ...(/^[1-9]\d*$/.test(capacity.trim()) ? [] : (['capacity'] as const)),
  ];
}
