import { useEffect, useRef } from 'react';
import { useText } from '../../texts/use-text';
import { Button } from '../../ui/button';
import styles from './page.module.css';

const KEYS = ['move', 'level', 'criterion', 'comment', 'leave', 'snippet', 'accept', 'return', 'undo', 'newer', 'help'] as const;

interface HelpProps {
  hasKeys: boolean;
  onKeys(isOn: boolean): void;
  onClose(): void;
}

/** All keys on one sheet, and the switch that turns them off. */
export function Help({ hasKeys, onKeys, onClose }: HelpProps) {
  const text = useText();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const { current } = dialog;
    const before = document.activeElement;
    current?.showModal();
    return () => {
      current?.close();
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, []);
  return (
    <dialog ref={dialog} className={styles['help']} aria-labelledby="queue-keys" onClose={onClose}>
      <h2 id="queue-keys" className={styles['whose']}>
        {text('queue.help')}
      </h2>
      <dl className={styles['keys']}>
        {KEYS.map((name) => (
          <div key={name}>
            <dt>{text(`queue.key.${name}`)}</dt>
            <dd>{text(`queue.does.${name}`)}</dd>
          </div>
        ))}
      </dl>
      <p className={styles['note']}>{text('queue.keysNote')}</p>
      <label className={styles['switch']}>
        <input type="checkbox" checked={hasKeys} onChange={({ target }) => onKeys(target.checked)} />
        {text('queue.keysOn')}
      </label>
      <Button onPress={() => dialog.current?.close()}>{text('queue.closeHelp')}</Button>
    </dialog>
  );
}
