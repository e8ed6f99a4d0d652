import { useQuery } from '@tanstack/react-query';
import { type Current, type Today, todayQuery } from '../../api/queries';
import { isTemporary } from '../../api/refusal';
import { CheckIn } from '../../features/check-in/check-in';
import { KeptOffline } from '../../features/check-in/kept-offline';
import { KeptTexts } from '../../features/check-in/kept-texts';
import { useText } from '../../texts/use-text';
import { Asked } from '../../features/asked/asked';
import { Page } from '../../ui/page';
import { Chip, Muted } from '../../ui/words';
import { DoneToday } from './done-today';
import { Homework } from './homework';
import { Deposit } from '../../features/money/deposit';
import { NextDay } from './next-day';
import { NoDays } from './no-days';
import { Removed } from './removed';
import { Repair } from './repair';
import { Reserves } from './reserves';
import { Worth } from './worth';

/** The learner's first page: how long, what it is worth, the text, one button; then what else is due, and the money. */
export function TodayPage() {
  const text = useText();
  const query = useQuery(todayQuery);
  const current = query.data?.current;
  const running = current?.outlook.running;
  const title =
    running === null || running === undefined ? text('today.title') : text('today.day', { number: running.number });
  return (
    <Page title={title} above={current?.title} aside={current && <Streak current={current} />} tabs>
      <Asked query={query}>{(today) => <Whole today={today} />}</Asked>
      {query.data === undefined && isTemporary(query.failureReason) && <KeptOffline />}
    </Page>
  );
}

function Streak({ current: { outlook } }: { current: Current }) {
  const text = useText();
  if (outlook.streak === 0) return null;
  return <Chip tone="good">{text('today.streak', { days: outlook.streak })}</Chip>;
}

function Whole({ today: { current, enrolments } }: { today: Today }) {
  if (current === null) return <NoDays enrolments={enrolments} />;
  return (
    <>
      <Day current={current} />
      <KeptTexts {...current} />
      <Repair current={current} />
      <Reserves current={current} />
      <Homework current={current} />
      <Deposit current={current} withNext />
    </>
  );
}

/** What the day that runs asks for. */
function Day({ current }: { current: Current }) {
  const text = useText();
  const { outlook, enrolmentId } = current;
  const { running, removedOn, status } = outlook;
  if (removedOn !== null) return <Removed current={current} />;
  if (running === null) return <NextDay current={current} />;
  switch (running.state) {
    case 'open':
      return (
        <>
          <Worth current={current} running={running} />
          <CheckIn
            key={`${enrolmentId}:${running.day}`}
            enrolmentId={enrolmentId}
            day={running.day}
            minCharacters={outlook.minCharacters}
            besides={outlook.besides}
            label={text('today.write')}
            onTimeOnly
          />
        </>
      );
    case 'on_time':
    case 'made_up':
      return <DoneToday current={current} running={running} />;
    default:
      return status === 'open' ? (
        <>
          <Muted>{text(running.state === 'excused' ? 'today.excused' : 'today.rest')}</Muted>
          <NextDay current={current} />
        </>
      ) : (
        <Muted>{text('today.ended')}</Muted>
      );
  }
}
