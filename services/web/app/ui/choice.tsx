import { type ReactNode, useId } from 'react';
import styles from './choice.module.css';
import field from './field.module.css';

interface ChoiceProps {
  label: string;
  note?: ReactNode;
  value: string;
  options: readonly { value: string; name: string }[];
  onChange(value: string): void;
}

/** One of several, by the device's own list: what a thumb knows, and nothing to load. */
export function Choice({ label, note, value, options, onChange }: ChoiceProps) {
  const id = useId();
  return (
    <div className={field['field']}>
      <label className={field['label']} htmlFor={id}>
        {label}
      </label>
      <select
        id={id}
        className={styles['choice']}
        value={value}
        onChange={({ target }) => onChange(target.value)}
        {...(note === undefined ? {} : { 'aria-describedby': `${id}-note` })}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.name}
          </option>
        ))}
      </select>
      {note !== undefined && (
        <span id={`${id}-note`} className={field['note']}>
          {note}
        </span>
      )}
    </div>
  );
}
