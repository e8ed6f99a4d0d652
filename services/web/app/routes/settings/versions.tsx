import { useInfiniteQuery } from '@tanstack/react-query';
import { Asked } from '../../features/asked/asked';
import { More } from '../../features/asked/more';
import { useDates } from '../../features/time/use-dates';
import { type Text, useText } from '../../texts/use-text';
import { Card } from '../../ui/card';
import { Line, Lines } from '../../ui/lines';
import { Long, Muted } from '../../ui/words';
import { type Changed, changesBetween } from './changes';
import styles from './page.module.css';
import { type Version, versionsQuery } from './read';

/** What the class said of itself and since when: each version with what it changed. */
export function Versions({ cohortId, timeZone }: { cohortId: string; timeZone: string }) {
  const text = useText();
  const query = useInfiniteQuery(versionsQuery(cohortId));
  return (
    <Card title={text('settings.versions')}>
      <Muted>{text('settings.versionsNote')}</Muted>
      <Asked query={query}>
        {({ pages }) => {
          const versions = pages.flatMap(({ items }) => items);
          if (versions.length === 0) return <Muted>{text('settings.noVersions')}</Muted>;
          return (
            <>
              <Lines>
                {versions.map((version, index) => (
                  <OneVersion
                    key={version.id}
                    version={version}
                    before={versions[index + 1]}
                    isFirst={!query.hasNextPage && index === versions.length - 1}
                    timeZone={timeZone}
                  />
                ))}
              </Lines>
              <More query={query} says="settings.more" />
            </>
          );
        }}
      </Asked>
    </Card>
  );
}

interface OneVersionProps {
  version: Version;
  /** Undefined: it was not read yet, or there is none. */
  before: Version | undefined;
  isFirst: boolean;
  timeZone: string;
}

function OneVersion({ version, before, isFirst, timeZone }: OneVersionProps) {
  const text = useText();
  const dates = useDates(timeZone);
  const { kind, by, at, policyVersion, rulesVersion } = version;
  const time = dates.dateAndTime(at);
  const changes = before === undefined ? [] : changesBetween(before, version);
  return (
    <Line
      what={
        <>
          <b>{text('settings.kind', { kind })}</b>{' '}
          <span>{by === null ? text('settings.at', { time }) : text('settings.byAt', { by, time })}</span>
        </>
      }
      note={
        <>
          <Muted>{text('settings.version', { policy: policyVersion, rules: rulesVersion })}</Muted>
          {isFirst && <Muted>{text('settings.first')}</Muted>}
          {before !== undefined && changes.length === 0 && <Muted>{text('settings.sameTerms')}</Muted>}
          {changes.length > 0 && (
            <ul className={styles['changes']}>
              {changes.map((changed) => (
                <li key={changed.field}>
                  <Change changed={changed} />
                </li>
              ))}
            </ul>
          )}
        </>
      }
    />
  );
}

/** Short ones on a line; long ones are opened. */
const SHORT = 60;

function Change({ changed: { field, from, to } }: { changed: Changed }) {
  const text = useText();
  if (field === 'more') return text('settings.otherwise');
  const [older, newer] = [said(text, field, from), said(text, field, to)];
  if (from.length <= SHORT && to.length <= SHORT)
    return text('settings.fromTo', { field: nameOf(text, field), from: older, to: newer });
  return (
    <details>
      <summary className={styles['summary']}>{nameOf(text, field)}</summary>
      <Long>{text('settings.was', { text: older })}</Long>
      <Long>{text('settings.isNow', { text: newer })}</Long>
    </details>
  );
}

type Field = Exclude<Changed['field'], 'more'>;

function nameOf(text: Text, field: Field): string {
  return text(field === 'description' ? 'about.description' : `builder.${field}`);
}

const CHOSEN: readonly Field[] = ['accepts', 'review', 'removalPer', 'curve', 'cadence', 'sharedBy', 'ifNoFinishers'];

/** As the builder says it. */
function said(text: Text, field: Field, value: string): string {
  if (value === '') return text('settings.nothing');
  if (CHOSEN.includes(field)) return text('builder.is', { value });
  if (field === 'enrolUntil') return value.replace('T', ' ');
  if (field !== 'restWeekdays') return value;
  const days = value.split(' ').map((weekday) => text('policy.weekday', { weekday: `w${weekday}` }));
  return days.join(text('list.comma'));
}
