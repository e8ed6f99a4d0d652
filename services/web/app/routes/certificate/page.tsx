import { useQuery } from '@tanstack/react-query';
import { type Calendar, calendarQuery, type Current, type Enrolment, enrolmentQuery } from '../../api/queries';
import { Asked } from '../../features/asked/asked';
import { CurrentPage } from '../../features/current/current-page';
import { meQuery } from '../../features/session/session';
import { useDates } from '../../features/time/use-dates';
import { useText } from '../../texts/use-text';
import { ButtonLink } from '../../ui/button';
import { Card } from '../../ui/card';
import { Line, Lines } from '../../ui/lines';
import { Figure, Muted, Strong } from '../../ui/words';

/** What somebody has who has finished: their number, their days, from when to when, and where. */
export function CertificatePage() {
  const text = useText();
  return (
    <CurrentPage title={text('certificate.title')} none="certificate.none">
      {(current) => <Finished current={current} />}
    </CurrentPage>
  );
}

function Finished({ current }: { current: Current }) {
  const enrolment = useQuery(enrolmentQuery(current.enrolmentId));
  const calendar = useQuery(calendarQuery(current.enrolmentId));
  return (
    <Asked query={enrolment}>
      {(mine) => (
        <Asked query={calendar}>
          {(days) =>
            mine.status === 'completed' ? (
              <Certificate current={current} calendar={days} />
            ) : (
              <NotYet enrolment={mine} calendar={days} />
            )
          }
        </Asked>
      )}
    </Asked>
  );
}

function Certificate({ current: { title, memberNumber }, calendar }: { current: Current; calendar: Calendar }) {
  const text = useText();
  const me = useQuery(meQuery);
  return (
    <Card title={text('certificate.whose')} tone="good">
      {me.data && <Strong>{me.data.displayName}</Strong>}
      <Figure>{text('enrolment.number', { number: memberNumber })}</Figure>
      <p>{text('certificate.finished', { title })}</p>
      <Days calendar={calendar} />
    </Card>
  );
}

/** The days that were done, of those that were asked; leave and rest asked nothing. */
function Days({ calendar }: { calendar: Calendar }) {
  const text = useText();
  const dates = useDates(calendar.timeZone);
  const { done, missed, longestStreak, days } = calendar;
  const [first, last] = [days.at(0), days.at(-1)];
  return (
    <Lines>
      <Line what={text('certificate.days')} much={text('certificate.daysOf', { done, asked: done + missed })} />
      <Line what={text('certificate.streak')} much={text('certificate.streakDays', { days: longestStreak })} />
      {first && last && (
        <Line what={text('certificate.dates')} much={`${dates.day(first.day)} – ${dates.day(last.day)}`} />
      )}
    </Lines>
  );
}

/** Why there is none: the class still runs, is being settled, or ended otherwise. */
function NotYet({ enrolment, calendar }: { enrolment: Enrolment; calendar: Calendar }) {
  const text = useText();
  const isOver = calendar.status === 'settled' || enrolment.ended !== null;
  return (
    <>
      <Card title={text(isOver ? 'certificate.not' : 'certificate.notYet')}>
        <p>{text(isOver ? 'certificate.notText' : 'certificate.notYetText')}</p>
        <Days calendar={calendar} />
      </Card>
      {!isOver && <Muted>{text('today.settles')}</Muted>}
      <ButtonLink to="/days" quiet>
        {text('makeUp.toDays')}
      </ButtonLink>
    </>
  );
}
