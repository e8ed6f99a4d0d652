import { Link } from '@tanstack/react-router';
import { memo } from 'react';
import { useDates } from '../../features/time/use-dates';
import { useText } from '../../texts/use-text';
import { Chip, Muted } from '../../ui/words';
import styles from '../../features/desk/desk.module.css';
import type { QueueRow } from './queries';
import { groupOf, GROUPS } from './rows';

interface ListProps {
  rows: readonly QueueRow[];
  hasMore: boolean;
  /** By enrolment. */
  names: ReadonlyMap<string, string>;
  nameOfStaff(id: string | null): string;
  meId: string;
  timeZone: string;
  nowMs: number;
}

/** Overdue, today, later: by when an answer was promised. */
export function List({ rows, hasMore, names, nameOfStaff, meId, timeZone, nowMs }: ListProps) {
  const text = useText();
  return (
    <div className={styles['groups']}>
      {GROUPS.map((group) => {
        const own = rows.filter(({ promisedBy }) => groupOf(promisedBy, nowMs, timeZone) === group);
        if (own.length === 0) return null;
        return (
          <section key={group}>
            <h2 className={styles['group']}>{text('queue.group', { group, count: own.length })}</h2>
            <ul>
              {own.map((row) => (
                <Row
                  key={row.submissionId}
                  row={row}
                  name={names.get(row.enrolmentId)}
                  holder={holderOf(row, meId, nameOfStaff)}
                  isToday={group === 'today'}
                  timeZone={timeZone}
                />
              ))}
            </ul>
          </section>
        );
      })}
      {rows.length === 0 && <Muted>{text('queue.empty')}</Muted>}
      {hasMore && <Muted>{text('queue.more')}</Muted>}
    </div>
  );
}

function holderOf({ claim }: QueueRow, meId: string, nameOfStaff: (id: string) => string): string | null {
  return claim === null || claim.reviewerId === meId ? null : nameOfStaff(claim.reviewerId);
}

interface RowProps {
  row: QueueRow;
  name: string | undefined;
  /** Whoever else works at it. */
  holder: string | null;
  isToday: boolean;
  timeZone: string;
}

const Row = memo(function Row({ row, name, holder, isToday, timeZone }: RowProps) {
  const text = useText();
  const dates = useDates(timeZone);
  const { submissionId, memberNumber, title, promisedBy, late, version } = row;
  const time = isToday ? dates.time(promisedBy) : dates.dateAndTime(promisedBy);
  return (
    <li>
      <Link
        to="/cohorts/$cohortId/queue"
        from="/cohorts/$cohortId/queue"
        search={(before) => ({ ...before, item: submissionId })}
        replace
        preload={false}
        className={styles['row'] ?? ''}
      >
        <span className={styles['name']}>{name ?? text('queue.member', { number: memberNumber ?? '' })}</span>
        <span className={styles['when']}>{text('queue.by', { time })}</span>
        <span className={styles['task']}>
          {title ?? text('homework.title')}
          {version > 1 && ` · ${text('homework.version', { version })}`}
          {late && ` · ${text('homework.late')}`}
        </span>
        {holder !== null && (
          <span className={styles['holder']}>
            <Chip tone="attention">{text('queue.holder', { name: holder })}</Chip>
          </span>
        )}
      </Link>
    </li>
  );
});
