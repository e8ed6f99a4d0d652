import { useText } from '../../texts/use-text';
import styles from './page.module.css';

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7];

interface WeekdaysProps {
  /** ISO weekdays, 1 is Monday. */
  chosen: readonly number[];
  onChange(chosen: number[]): void;
  isFaulty: boolean;
}

/** Which days of the week ask for nothing. */
export function Weekdays({ chosen, onChange, isFaulty }: WeekdaysProps) {
  const text = useText();
  const set = (weekday: number, isChosen: boolean): void =>
    onChange(
      isChosen ? [...chosen, weekday].sort((one, other) => one - other) : chosen.filter((one) => one !== weekday),
    );
  return (
    <fieldset className={styles['weekdays']}>
      <legend>{text('builder.restWeekdays')}</legend>
      {WEEKDAYS.map((weekday) => (
        <label key={weekday} className={styles['weekday']}>
          <input
            type="checkbox"
            checked={chosen.includes(weekday)}
            onChange={({ target }) => set(weekday, target.checked)}
          />
          {text('policy.weekday', { weekday: `w${weekday}` })}
        </label>
      ))}
      {isFaulty && (
        <p className={styles['wrong']}>{text('builder.fault', { why: 'no_required_day', bound: 0, amount: '' })}</p>
      )}
    </fieldset>
  );
}
