import { choose, type Chosen, nextOpen, pointsOf, type Rubric } from '../../features/feedback/levels';
import { useText } from '../../texts/use-text';
import styles from './rubric.module.css';

interface RubricFormProps {
  rubric: Rubric;
  chosen: Chosen;
  /** The criterion that the number keys mean. */
  at: number;
  onChoose(chosen: Chosen): void;
  onAt(at: number): void;
}

/** A level for each criterion, by one key or tap; the score is their sum. */
export function RubricForm({ rubric, chosen, at, onChoose, onAt }: RubricFormProps) {
  const text = useText();
  const { points, most } = pointsOf(chosen, rubric);
  const missing = chosen.filter((level) => level === null).length;
  return (
    <div className={styles['rubric']}>
      {rubric.map(({ name, levels }, index) => (
        <div
          key={name}
          role="group"
          aria-label={name}
          aria-current={index === at}
          className={styles['criterion']}
          onFocus={() => onAt(index)}
        >
          <div className={styles['name']} aria-hidden="true">
            {name}
          </div>
          <div className={styles['levels']}>
            {levels.map((level, before) => (
              <button
                key={level.points}
                type="button"
                className={styles['level']}
                aria-pressed={chosen[index] === before + 1}
                onClick={() => {
                  onAt(index);
                  onChoose(choose(chosen, rubric, index, before + 1));
                }}
              >
                <span>{level.name}</span>
                <span className={styles['points']}>{text('rubric.worth', { points: level.points })}</span>
              </button>
            ))}
          </div>
        </div>
      ))}
      <p role="status" className={styles['sum']}>
        {missing === rubric.length
          ? text('rubric.none')
          : `${text('rubric.points', { points, most })} · ${
              missing === 0
                ? text('rubric.percent', { percent: Math.round((1_000 * points) / most) / 10 })
                : text('rubric.missing', { count: missing })
            }`}
      </p>
    </div>
  );
}

/** The keys of the rubric: a number is a level of the criterion in focus, and leads on. */
export function rubricKeys({ rubric, chosen, at, onChoose, onAt }: RubricFormProps): Record<string, () => void> {
  const acts: Record<string, () => void> = {
    n: () => onAt(Math.min(at + 1, rubric.length - 1)),
    p: () => onAt(Math.max(at - 1, 0)),
  };
  for (let level = 1; level <= 9; level += 1)
    acts[String(level)] = () => {
      const next = choose(chosen, rubric, at, level);
      onChoose(next);
      if (next[at] === level) onAt(nextOpen(next, at));
    };
  return acts;
}
