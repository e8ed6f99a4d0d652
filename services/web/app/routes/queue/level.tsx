import { useText } from '../../texts/use-text';
import { Field } from '../../ui/field';
import styles from '../../features/desk/desk.module.css';
import { percentOf } from './score';

const TENS = [10, 20, 30, 40, 50, 60, 70, 80, 90, 100];

/** The score: in tens by one key or tap, or to the unit by hand. */
export function Level({ score, onScore }: { score: string; onScore(score: string): void }) {
  const text = useText();
  const wrong = percentOf(score) === undefined;
  return (
    <div className={styles['level']}>
      <Field
        label={text('queue.score')}
        value={score}
        onChange={onScore}
        inputMode="decimal"
        error={wrong ? text('queue.scoreRange') : undefined}
      />
      <div className={styles['tens']}>
        {TENS.map((percent) => {
          const isOn = score === String(percent);
          return (
            <button
              key={percent}
              type="button"
              className={styles['ten']}
              aria-pressed={isOn}
              aria-label={text('queue.scoreOf', { percent })}
              onClick={() => onScore(isOn ? '' : String(percent))}
            >
              {percent}
            </button>
          );
        })}
      </div>
    </div>
  );
}
