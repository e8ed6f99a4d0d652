import { useInfiniteQuery } from '@tanstack/react-query';
import { type Act, type ActsQuery } from '../../api/queries';
import { useText } from '../../texts/use-text';
import { Card } from '../../ui/card';
import { Line, Lines } from '../../ui/lines';
import { Muted } from '../../ui/words';
import { Asked } from '../asked/asked';
import { More } from '../asked/more';
import { deviceName } from '../session/device-name';
import { useDates } from '../time/use-dates';

interface LogProps {
  query: ActsQuery;
  timeZone: string;
  /** The reader. */
  ownId: string;
}

/** Who did what and when, the latest first. */
export function ActLog({ query, timeZone, ownId }: LogProps) {
  const text = useText();
  const log = useInfiniteQuery(query);
  return (
    <Asked query={log}>
      {({ pages }) => {
        const items = pages.flatMap((page) => page.items);
        if (items.length === 0) return <Muted>{text('acts.none')}</Muted>;
        return (
          <Card>
            <Lines>
              {items.map((act) => (
                <Entry key={act.id} act={act} timeZone={timeZone} ownId={ownId} />
              ))}
            </Lines>
            <More query={log} says="acts.more" />
          </Card>
        );
      }}
    </Asked>
  );
}

function Entry({ act, timeZone, ownId }: { act: Act; timeZone: string; ownId: string }) {
  const text = useText();
  const dates = useDates(timeZone);
  const { by, about, cohort, role, device, sessionId } = act;
  const nameOf = (person: NonNullable<Act['by']>) =>
    person.accountId === ownId ? text('acts.you') : person.displayName || text('acts.somebody');
  const isAboutAnother = about !== null && about.accountId !== by?.accountId;
  const isOwn = by?.accountId === ownId && about?.accountId === ownId;
  const note = [
    dates.dateAndTime(act.at),
    ...(by === null || isOwn ? [] : [text('acts.by', { who: nameOf(by) })]),
    ...(device === null ? [] : [deviceName(device) ?? text('signIns.unknown')]),
    ...(cohort === null ? [] : [cohort.title]),
    ...(sessionId === null ? [] : [text('acts.from', { session: sessionId.slice(0, 8) })]),
  ].join(' · ');
  return (
    <Line
      what={[
        text(`acts.act.${act.act}`, { role: role ?? 'other' }),
        ...(isAboutAnother ? [text('acts.about', { who: nameOf(about) })] : []),
      ].join(' ')}
      note={note}
    />
  );
}
