import { characterCount, MOST_CHARACTERS } from '@daka/rules';
import type { ReactNode } from 'react';
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
  /** What may be added to the text. */
  added?: ReactNode;
  /** Whether what was added is a check-in whatever the text; null: the text decides. */
  isEnough: boolean | null;
  /** What was added is still under way. */
  isComing: boolean;
  onWrite(text: string): void;
  onSend(): void;
}

/** The text of a day with the rules' own count, the state of the draft, and the one button. */
export function Editor(props: EditorProps) {
  const { label, draft, state, minCharacters, added, isEnough, isComing, onWrite, onSend } = props;
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
            <span>{lengthOf(text, { count, missing: isEnough === null ? missing : 0, over })}</span>
          </span>
        }
      />
      {added}
      <Button
        onPress={onSend}
        isDisabled={over > 0 || isComing || !(isEnough ?? (missing === 0 && draft.trim() !== ''))}
      >
        {text('editor.send')}
      </Button>
    </div>
  );
}

function lengthOf(text: Text, { count, missing, over }: { count: number; missing: number; over: number }): string {
  if (over > 0) return text('editor.over', { count, over });
  return missing > 0 ? text('editor.missing', { count, missing }) : text('editor.count', { count });
}
