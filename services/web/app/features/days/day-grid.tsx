import { Button as Pressable } from 'react-aria-components';
import type { Calendar } from '../../api/queries';
import { figureText } from '../money/money-text';
import { useDates } from '../time/use-dates';
import { weekdayOf } from '../time/zone';
import { type TextId, useLanguage, useText } from '../../texts/use-text';
import styles from './day-grid.module.css';

type Day = Calendar['days'][number];

interface DayGridProps {
  calendar: Calendar;
  label: string;
  today: string | null;
  isChosen(day: string): boolean;
  onChoose(day: string): void;
  /** Of a day to come; null: not known. */
  worthOf?(day: string): number | null;
  /** Days that cannot be chosen; by default all can. */
  isClosed?(day: Day): boolean;
}

const CLASS: Record<Day['state'], string> = {
  on_time: 'done',
  made_up: 'made_up',
  missed: 'missed',
  rest: 'rest',
  before: 'rest',
  excused: 'rest',
  open: 'open',
  upcoming: '',
  void: 'void',
};
const MARK: Partial<Record<Day['state'], TextId>> = {
  on_time: 'mark.done',
  made_up: 'mark.madeUp',
  missed: 'mark.missed',
  rest: 'mark.rest',
  before: 'mark.void',
  excused: 'mark.excused',
  void: 'mark.void',
};
/** Any week, for the names of its days. */
const A_WEEK = ['2026-01-05', '2026-01-06', '2026-01-07', '2026-01-08', '2026-01-09', '2026-01-10', '2026-01-11'];

/** The days in weeks. A state is a word or a mark, then a shape, then a colour; a day to come shows what it is worth. */
export function DayGrid({ calendar, label, today, isChosen, onChoose, worthOf, isClosed }: DayGridProps) {
  const text = useText();
  const language = useLanguage();
  const dates = useDates(calendar.timeZone);
  const short = (minor: number): string => figureText(language, calendar.currency, minor).replace(/(\.\d)\d$/, '$1');
  const inside = ({ day, state }: Day): string => {
    const mark = MARK[state];
    if (mark !== undefined) return text(mark);
    const worth = worthOf?.(day) ?? null;
    return worth === null ? '·' : short(worth);
  };
  const classOf = ({ day, state }: Day): string =>
    [styles['day'], styles[CLASS[state]], day === today && styles['open'], isChosen(day) && styles['current']]
      .filter(Boolean)
      .join(' ');
  return (
    <div className={styles['grid']} role="group" aria-label={label}>
      {A_WEEK.map((day) => (
        <span key={day} className={styles['weekday']} aria-hidden="true">
          {dates.weekday(day)}
        </span>
      ))}
      {calendar.days.map((day, index) => (
        <Pressable
          key={day.day}
          className={classOf(day)}
          style={index === 0 ? { gridColumnStart: weekdayOf(day.day) } : {}}
          aria-pressed={isChosen(day.day)}
          aria-label={`${dates.dayAndWeekday(day.day)}${text('list.comma')}${text('days.state', { state: day.state })}`}
          isDisabled={isClosed?.(day) ?? false}
          onPress={() => onChoose(day.day)}
        >
          <span className={styles['number']}>{Number(day.day.slice(8))}</span>
          {inside(day)}
        </Pressable>
      ))}
    </div>
  );
}
