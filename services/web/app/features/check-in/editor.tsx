import { characterCount, MOST_CHARACTERS } from '@daka/rules';
import { type Text, useText } from '../../texts/use-text';
import { Button } from '../../ui/button';
import { LongField } from '../../ui/field';
import type { DraftState } from '../draft/use-draft';
import styles from './editor.module.css';

interface EditorProps {
  label: string;
  draft: string;
  state: DraftState;
  minCharacters: number;
  onWrite(text: string): void;
  onSend(): void;
}

/** The text of a day with the rules' own count, the state of the draft, and the one button. */
export function Editor({ label, draft, state, minCharacters, onWrite, onSend }: EditorProps) {
  const text = useText();
  const count = characterCount(draft);
  const missing = Math.max(0, minCharacters - count);
  const over = Math.max(0, count - MOST_CHARACTERS);
  return (
    <div className={styles['editor']}>
      <LongField
        label={label}
        value={draft}
        onChange={onWrite}
        isDisabled={state === 'loading'}
        note={
          <span className={styles['below']}>
            <span>{draft === '' ? '' : text(`draft.${state}`)}</span>
            <span>{lengthOf(text, { count, missing, over })}</span>
          </span>
        }
      />
      <Button onPress={onSend} isDisabled={missing > 0 || over > 0 || draft.trim() === ''}>
        {text('editor.send')}
      </Button>
    </div>
  );
}

function lengthOf(text: Text, { count, missing, over }: { count: number; missing: number; over: number }): string {
  if (over > 0) return text('editor.over', { count, over });
  return missing > 0 ? text('editor.missing', { count, missing }) : text('editor.count', { count });
}
