import { useEffect, useRef } from 'react';
import { keyOf } from './keys';

const FIELDS = 'input, textarea, select, [contenteditable]:not([contenteditable=false])';

/** Single keys of the page, unless its reader has turned them off. What a key does may change at every render. */
export function useKeys(isOn: boolean, acts: Readonly<Record<string, () => void>>): void {
  const latest = useRef(acts);
  latest.current = acts;
  useEffect(() => {
    if (!isOn) return;
    const onKey = (event: KeyboardEvent): void => {
      const at = event.target instanceof Element ? event.target : null;
      const place = {
        isWriting: at?.matches(FIELDS) ?? false,
        // Also where nothing in it has the focus.
        isInDialog: document.querySelector('dialog[open]') !== null,
      };
      const key = keyOf(event, place);
      const act = key === null ? undefined : latest.current[key];
      if (act === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      act();
    };
    // Before buttons see it, which keep some keys to themselves.
    addEventListener('keydown', onKey, { capture: true });
    return () => removeEventListener('keydown', onKey, { capture: true });
  }, [isOn]);
}

const CHOICE = 'daka.queueKeys';

/** Whether this device's reader wants single keys: who speaks to the machine, or is bumped often, may not. */
export function storedKeys(): boolean {
  try {
    return localStorage.getItem(CHOICE) !== 'off';
  } catch {
    return true; // a browser that keeps nothing
  }
}

export function storeKeys(isOn: boolean): void {
  try {
    localStorage.setItem(CHOICE, isOn ? 'on' : 'off');
  } catch {
    // It lasts as long as the page.
  }
}
