import { isAtMost } from '@daka/rules';
import type { HTMLInputAutoCompleteAttribute, ReactNode } from 'react';
import { FieldError, Input, Label, Text, TextArea, TextField } from 'react-aria-components';
import { useText } from '../texts/use-text';
import styles from './field.module.css';

interface FieldProps {
  label: string;
  value: string;
  onChange(value: string): void;
  note?: ReactNode;
  error?: string | undefined;
  isDisabled?: boolean;
  isRequired?: boolean;
  name?: string;
  /** Counted as the rules count; a browser's own limit counts otherwise, and would cut a text. What is longer is kept, and said. */
  mostCharacters?: number;
}

interface InputProps extends FieldProps {
  type?: 'text' | 'email' | 'password' | 'date' | 'time' | 'datetime-local';
  /** Which keys a phone shows. */
  inputMode?: 'numeric' | 'decimal';
  autoComplete?: HTMLInputAutoCompleteAttribute;
  /** It appeared because of what the reader did, and is what they go on with. */
  autoFocus?: boolean;
}

/** A line to write in, with its label, its note and what is wrong with it. */
export function Field({ label, note, error: wrong, type = 'text', autoComplete, mostCharacters, ...more }: InputProps) {
  const error = useError(wrong, more.value, mostCharacters);
  return (
    <TextField
      className={styles['field'] ?? ''}
      type={type}
      isInvalid={error !== undefined}
      validationBehavior="aria"
      {...(autoComplete === undefined ? {} : { autoComplete })}
      {...more}
    >
      <Label className={styles['label'] ?? ''}>{label}</Label>
      <Input className={styles['input'] ?? ''} />
      <Below note={note} error={error} />
    </TextField>
  );
}

/** Several lines; Enter is a new line and never sends, also while an input method composes. */
export function LongField({
  label,
  note,
  error: wrong,
  placeholder,
  mostCharacters,
  isShort = false,
  ...more
}: FieldProps & { placeholder?: string; isShort?: boolean }) {
  const error = useError(wrong, more.value, mostCharacters);
  return (
    <TextField className={styles['field'] ?? ''} isInvalid={error !== undefined} validationBehavior="aria" {...more}>
      <Label className={styles['label'] ?? ''}>{label}</Label>
      <TextArea
        className={`${styles['input']} ${styles[isShort ? 'short' : 'long']}`}
        {...(placeholder === undefined ? {} : { placeholder })}
      />
      <Below note={note} error={error} />
    </TextField>
  );
}

function useError(error: string | undefined, value: string, most = Infinity): string | undefined {
  const text = useText();
  if (error !== undefined || isAtMost(value.trim(), most)) return error;
  return text('field.tooLong', { most });
}

function Below({ note, error }: { note: ReactNode; error: string | undefined }) {
  return (
    <>
      {note !== undefined && (
        <Text slot="description" className={styles['note'] ?? ''}>
          {note}
        </Text>
      )}
      {error !== undefined && <FieldError className={styles['error'] ?? ''}>{error}</FieldError>}
    </>
  );
}
