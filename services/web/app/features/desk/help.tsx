import { useEffect, useRef } from 'react';
import { useText } from '../../texts/use-text';
import { Button } from '../../ui/button';
import styles from './desk.module.css';

interface HelpProps {
  keys: readonly { key: string; does: string }[];
  hasKeys: boolean;
  onKeys(isOn: boolean): void;
  onClose(): void;
}

/** All keys on one sheet, and the switch that turns them off. */
export function Help({ keys, hasKeys, onKeys, onClose }: HelpProps) {
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
        {keys.map(({ key, does }) => (
          <div key={key}>
            <dt>{key}</dt>
            <dd>{does}</dd>
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
