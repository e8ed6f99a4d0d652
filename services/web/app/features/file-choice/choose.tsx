import { useId } from 'react';
import styles from './choose.module.css';

interface ChooseProps {
  label: string;
  /** As the attribute of the input takes it; what else comes is refused by who reads it. */
  accept: string;
  multiple?: boolean;
  onChosen(files: File[]): void;
}

/** Choosing files by a button in the app's own words and look: a browser's own speaks the browser's language. */
export function Choose({ label, accept, multiple = false, onChosen }: ChooseProps) {
  const id = useId();
  return (
    <>
      <input
        id={id}
        className={styles['input']}
        type="file"
        accept={accept}
        multiple={multiple}
        onChange={({ target }) => {
          onChosen([...(target.files ?? [])]);
          target.value = ''; // the same file once more is another choice
        }}
      />
      <label htmlFor={id} className={styles['choose']}>
        {label}
      </label>
    </>
  );
}
