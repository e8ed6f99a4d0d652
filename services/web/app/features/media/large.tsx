import { useEffect, useRef, useState } from 'react';
import { useText } from '../../texts/use-text';
import { Button } from '../../ui/button';
import styles from './media.module.css';

export interface LargePicture {
  address: string;
  alt: string;
}

interface LargeProps {
  pictures: readonly LargePicture[];
  /** Which one is shown first. */
  first: number;
  onClose(): void;
}

/** Pictures one at a time, as large as the screen; the arrow keys go from one to the next, Escape goes back. */
export function Large({ pictures, first, onClose }: LargeProps) {
  const text = useText();
  const dialog = useRef<HTMLDialogElement>(null);
  const [at, setAt] = useState(first);
  const picture = pictures[at];
  const count = pictures.length;
  // Around, so that no button goes out under the finger or the focus that is on it.
  const go = (by: 1 | -1): void => setAt((now) => (now + by + count) % count);
  useEffect(() => {
    const { current } = dialog;
    const before = document.activeElement;
    current?.showModal();
    const onKey = ({ key }: KeyboardEvent): void => {
      if (key === 'ArrowLeft') go(-1);
      if (key === 'ArrowRight') go(1);
    };
    current?.addEventListener('keydown', onKey);
    return () => {
      current?.removeEventListener('keydown', onKey);
      current?.close();
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, [count]);
  if (picture === undefined) return null;
  return (
    <dialog ref={dialog} className={styles['large']} aria-label={picture.alt} onClose={onClose}>
      <img src={picture.address} alt={picture.alt} className={styles['whole']} />
      <div className={styles['bar']}>
        {count > 1 && (
          <>
            <Button quiet small onPress={() => go(-1)}>
              {text('media.before')}
            </Button>
            <span aria-live="polite">{text('media.of', { number: at + 1, all: count })}</span>
            <Button quiet small onPress={() => go(1)}>
              {text('media.after')}
            </Button>
          </>
        )}
        <Button quiet small onPress={() => dialog.current?.close()}>
          {text('media.close')}
        </Button>
      </div>
    </dialog>
  );
}
