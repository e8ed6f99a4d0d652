import type { FormEvent, ReactNode } from 'react';
import styles from './form.module.css';

/** Fields and what sends them, by the button or by Enter. */
export function Form({ onSubmit, children }: { onSubmit(): void; children: ReactNode }) {
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <form className={styles['form']} onSubmit={submit}>
      {children}
    </form>
  );
}
