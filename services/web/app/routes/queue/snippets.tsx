import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { api } from '../../api/client';
import { isSayable } from '../../features/act/is-sayable';
import { Problem } from '../../features/act/problem';
import { useAct } from '../../features/act/use-act';
import { Asked } from '../../features/asked/asked';
import { useText } from '../../texts/use-text';
import { Button } from '../../ui/button';
import { Field } from '../../ui/field';
import { Form } from '../../ui/form';
import { Muted } from '../../ui/words';
import styles from '../../features/desk/desk.module.css';
import { type Snippet, snippetsQuery } from './queries';

/** Of the services, see packages/contracts. */
const MOST_CHARACTERS = 2_000;

interface SnippetsProps {
  cohortId: string;
  onUse(words: string): void;
  onClose(): void;
}

/** One's own comments to use again: a word of it and Enter, or a tap. */
export function Snippets({ cohortId, onUse, onClose }: SnippetsProps) {
  const text = useText();
  const [wanted, setWanted] = useState('');
  const box = useRef<HTMLDivElement>(null);
  const query = useQuery(snippetsQuery(cohortId));
  useEffect(() => box.current?.querySelector('input')?.focus(), []);
  const isWanted = (snippet: Snippet): boolean =>
    snippet.text.toLocaleLowerCase().includes(wanted.trim().toLocaleLowerCase());
  return (
    <div ref={box} className={styles['snippets']}>
      <Asked query={query}>
        {({ items }) => {
          const found = items.filter(isWanted);
          return (
            <>
              <Form onSubmit={() => found[0] !== undefined && onUse(found[0].text)}>
                <Field
                  label={text('queue.findSnippet')}
                  value={wanted}
                  onChange={setWanted}
                  note={text(items.length === 0 ? 'queue.noSnippets' : 'queue.snippetNote')}
                />
              </Form>
              <ul className={styles['found']}>
                {found.map((snippet) => (
                  <One key={snippet.id} cohortId={cohortId} snippet={snippet} onUse={onUse} />
                ))}
              </ul>
            </>
          );
        }}
      </Asked>
      <Button quiet small onPress={onClose}>
        {text('queue.closeSnippets')}
      </Button>
    </div>
  );
}

function One({ cohortId, snippet, onUse }: Omit<SnippetsProps, 'onClose'> & { snippet: Snippet }) {
  const text = useText();
  const { take, isBusy, problem } = useAct(
    () =>
      api.homework.DELETE('/cohorts/{cohortId}/snippets/{snippetId}', {
        params: { path: { cohortId, snippetId: snippet.id } },
      }),
    { renews: [snippetsQuery(cohortId).queryKey] },
  );
  return (
    <li className={styles['snippet']}>
      <button type="button" className={styles['words']} onClick={() => onUse(snippet.text)}>
        {snippet.text}
      </button>
      <button
        type="button"
        className={styles['remove']}
        aria-label={text('queue.removeSnippet', { words: snippet.text.slice(0, 40) })}
        disabled={isBusy}
        onClick={take}
      >
        ×
      </button>
      <Problem problem={problem} />
    </li>
  );
}

/** Keeps what stands in the comment for other answers. */
export function SaveSnippet({ cohortId, words }: { cohortId: string; words: string }) {
  const text = useText();
  const { data } = useQuery(snippetsQuery(cohortId));
  const isKnown = data?.items.some((snippet) => snippet.text === words.trim()) ?? false;
  const { take, isBusy, problem } = useAct(
    (snippetId) =>
      api.homework.PUT('/cohorts/{cohortId}/snippets/{snippetId}', {
        params: { path: { cohortId, snippetId } },
        body: { text: words.trim() },
      }),
    { refused: { too_many_snippets: 'queue.tooManySnippets' }, renews: [snippetsQuery(cohortId).queryKey] },
  );
  return (
    <>
      <Button quiet small onPress={take} isDisabled={isBusy || isKnown || !isSayable(words, MOST_CHARACTERS)}>
        {text('queue.saveSnippet')}
      </Button>
      <div role="status">{isKnown && <Muted>{text('queue.snippetSaved')}</Muted>}</div>
      <Problem problem={problem} />
    </>
  );
}
