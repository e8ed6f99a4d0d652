import { Link } from '@tanstack/react-router';
import { memo } from 'react';
import styles from '../../features/desk/desk.module.css';
import { useDates } from '../../features/time/use-dates';
import { useText } from '../../texts/use-text';
import { Button } from '../../ui/button';
import { Chip, Chips, Muted } from '../../ui/words';
import type { Entry } from './queries';
import { keyOfEntry } from './rows';

interface ListProps {
  rows: readonly Entry[];
  nameOf(entry: Entry): string;
  /** Whose rejection is under way. */
  sending: readonly string[];
  timeZone: string;
  /** Null: this is all. */
  more: (() => void) | null;
}

/** The check-ins of a day in the order in which they came. */
export function List({ rows, nameOf, sending, timeZone, more }: ListProps) {
  const text = useText();
  if (rows.length === 0) return <Muted>{text('entries.empty')}</Muted>;
  return (
    <div className={styles['groups']}>
      <ul>
        {rows.map((entry) => {
          const key = keyOfEntry(entry);
          return (
            <Row
              key={key}
              id={key}
              entry={entry}
              name={nameOf(entry)}
              isRejected={entry.rejected !== null || sending.includes(key)}
              timeZone={timeZone}
            />
          );
        })}
      </ul>
      {more !== null && (
        <Button quiet small onPress={more}>
          {text('entries.more')}
        </Button>
      )}
    </div>
  );
}

interface RowProps {
  id: string;
  entry: Entry;
  name: string;
  isRejected: boolean;
  timeZone: string;
}

const Row = memo(function Row({ id, entry, name, isRejected, timeZone }: RowProps) {
  const text = useText();
  const dates = useDates(timeZone);
  const { acceptedAt, files, text: written, kind, via } = entry;
  const isFlagged = files.some(({ resembles }) => resembles !== null);
  return (
    <li>
      <Link
        to="/cohorts/$cohortId/entries"
        from="/cohorts/$cohortId/entries"
        search={(before) => ({ ...before, item: id })}
        replace
        preload={false}
        className={styles['row'] ?? ''}
      >
        <span className={styles['name']}>{name}</span>
        <span className={styles['when']}>{dates.dateAndTime(acceptedAt)}</span>
        <span className={styles['task']}>
          {via === 'homework'
            ? text('entries.homework')
            : written === ''
              ? text('entries.noWords')
              : beginningOf(written ?? '')}
        </span>
        {(isFlagged || isRejected || kind === 'made_up' || files.length > 0) && (
          <span className={styles['holder']}>
            <Chips>
              {files.length > 0 && (
                <Chip>
                  {text('entries.files', {
                    pictures: files.filter((file) => file.kind === 'picture').length,
                    voice: files.filter((file) => file.kind === 'voice').length,
                  })}
                </Chip>
              )}
              {kind === 'made_up' && <Chip tone="info">{text('days.state', { state: 'made_up' })}</Chip>}
              {isFlagged && <Chip tone="attention">{text('entries.flagged')}</Chip>}
              {isRejected && <Chip tone="bad">{text('entries.rejected')}</Chip>}
            </Chips>
          </span>
        )}
      </Link>
    </li>
  );
});

/** As much of a text as tells it from others; nobody wants to hear more read out for every row. */
const SHOWN_CHARACTERS = 40;

function beginningOf(written: string): string {
  const characters = Array.from(written);
  return characters.length <= SHOWN_CHARACTERS ? written : `${characters.slice(0, SHOWN_CHARACTERS - 1).join('')}…`;
}
