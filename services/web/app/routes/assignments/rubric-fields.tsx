import { useText } from '../../texts/use-text';
import { Button } from '../../ui/button';
import { Field } from '../../ui/field';
import { Muted } from '../../ui/words';
import styles from './page.module.css';
import { LEAST_LEVELS, MOST_CRITERIA, MOST_LEVELS, newCriterion, type TypedCriterion, type TypedLevel } from './typed';

interface RubricFieldsProps {
  criteria: readonly TypedCriterion[];
  onChange(criteria: readonly TypedCriterion[]): void;
}

/** What is looked at, each with its levels; none of it need be there. */
export function RubricFields({ criteria, onChange }: RubricFieldsProps) {
  const text = useText();
  const replace = (at: number, criterion: TypedCriterion): void =>
    onChange(criteria.map((one, index) => (index === at ? criterion : one)));
  return (
    <fieldset className={styles['rubric']}>
      <legend>{text('assignments.rubric')}</legend>
      <Muted>{text('assignments.rubricWhat')}</Muted>
      {criteria.map((criterion, at) => (
        <CriterionFields
          // By place: what is typed has no other name.
          key={at}
          number={at + 1}
          criterion={criterion}
          onChange={(changed) => replace(at, changed)}
          onRemove={() => onChange(criteria.filter((_, index) => index !== at))}
        />
      ))}
      {criteria.length < MOST_CRITERIA && (
        <Button quiet small onPress={() => onChange([...criteria, newCriterion()])}>
          {text('assignments.addCriterion')}
        </Button>
      )}
    </fieldset>
  );
}

interface CriterionFieldsProps {
  number: number;
  criterion: TypedCriterion;
  onChange(criterion: TypedCriterion): void;
  onRemove(): void;
}

function CriterionFields({ number, criterion, onChange, onRemove }: CriterionFieldsProps) {
  const text = useText();
  const { name, levels } = criterion;
  const change = (changed: readonly TypedLevel[]): void => onChange({ ...criterion, levels: changed });
  const replace = (at: number, part: Partial<TypedLevel>): void =>
    change(levels.map((level, index) => (index === at ? { ...level, ...part } : level)));
  return (
    <fieldset className={styles['criterion']}>
      <legend>{text('assignments.criterion', { number })}</legend>
      <Field
        label={text('assignments.criterionName')}
        value={name}
        onChange={(typed) => onChange({ ...criterion, name: typed })}
        mostCharacters={120}
      />
      {levels.map((level, at) => (
        <div key={at} className={styles['level']}>
          <Field
            label={text('assignments.level', { number: at + 1 })}
            value={level.name}
            onChange={(typed) => replace(at, { name: typed })}
            mostCharacters={80}
          />
          <Field
            label={text('assignments.points')}
            value={level.points}
            onChange={(points) => replace(at, { points })}
            inputMode="numeric"
          />
        </div>
      ))}
      <div className={styles['acts']}>
        {levels.length < MOST_LEVELS && (
          <Button quiet small onPress={() => change([...levels, { name: '', points: '' }])}>
            {text('assignments.addLevel')}
          </Button>
        )}
        {levels.length > LEAST_LEVELS && (
          <Button quiet small onPress={() => change(levels.slice(0, -1))}>
            {text('assignments.removeLevel')}
          </Button>
        )}
        <Button quiet small onPress={onRemove}>
          {text('assignments.removeCriterion')}
        </Button>
      </div>
    </fieldset>
  );
}
