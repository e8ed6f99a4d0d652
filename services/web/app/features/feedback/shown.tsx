import type { HandedIn } from '../../api/queries';
import { useText } from '../../texts/use-text';
import { Line, Lines } from '../../ui/lines';
import type { Rubric } from './levels';

/** What is looked at, and what each level is worth: to be read before anything is written. */
export function RubricLines({ rubric }: { rubric: Rubric }) {
  const text = useText();
  return (
    <Lines>
      {rubric.map(({ name, levels }) => (
        <Line
          key={name}
          what={name}
          note={levels.map((level) => text('rubric.level', { name: level.name, points: level.points })).join(' · ')}
        />
      ))}
    </Lines>
  );
}

type Reached = NonNullable<NonNullable<HandedIn>['feedback'][number]['reached']>;

/** What the score of an answer comes from. */
export function ReachedLines({ reached }: { reached: Reached }) {
  const text = useText();
  return (
    <Lines>
      {reached.map(({ criterion, level, points, mostPoints }) => (
        <Line
          key={criterion}
          what={criterion}
          note={level}
          much={text('rubric.points', { points, most: mostPoints })}
        />
      ))}
    </Lines>
  );
}
