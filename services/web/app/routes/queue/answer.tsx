import { type KeyboardEvent, useRef, useState } from 'react';
import { isSayable } from '../../features/act/is-sayable';
import { Problem } from '../../features/act/problem';
import { useDraft } from '../../features/draft/use-draft';
import { type Chosen, chosenOf, draftOf, type Rubric } from '../../features/feedback/levels';
import { useText } from '../../texts/use-text';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { LongField } from '../../ui/field';
import { ClaimNote } from './claim-note';
import type { Claiming } from './claims';
import { commentKey, scoreKey } from './draft-keys';
import { Key } from '../../features/desk/key';
import { Level } from './level';
import styles from '../../features/desk/desk.module.css';
import type { QueueRow, Work } from './queries';
import { RubricForm, rubricKeys } from './rubric';
import { scoreOf } from './score';
import { SaveSnippet, Snippets } from './snippets';
import { useKeys } from '../../features/desk/use-keys';
import type { Given, GivenVerdict } from './use-verdicts';

/** Of the services, see packages/contracts. */
const MOST_CHARACTERS = 20_000;
const LEVELS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'] as const;

interface AnswerProps {
  cohortId: string;
  work: Work;
  row: QueueRow | undefined;
  /** What it is scored by; null: a number. */
  rubric: Rubric | null;
  name: string;
  /** The version that is answered. */
  read: number;
  claiming: Claiming;
  nameOfStaff(id: string | null): string;
  meId: string;
  timeZone: string;
  hasKeys: boolean;
  toText(): void;
  onTake(): void;
  onNewest(): void;
  onGive(given: Given): void;
}

/** The score, the comment and the verdict. What is half-typed lies in the browser's database from the first key on. */
export function Answer(props: AnswerProps) {
  const { cohortId, work, row, read, claiming, meId } = props;
  const text = useText();
  const box = useRef<HTMLDivElement>(null);
  const [isPicking, setIsPicking] = useState(false);
  const toComment = (): void => box.current?.querySelector('textarea')?.focus();
  const isOurs = mayAnswer(claiming);
  const { comment, score, problem, give } = useAnswer(props, toComment);
  const use = (words: string): void => {
    comment.write(comment.draft.trim() === '' ? words : `${comment.draft.trimEnd()}\n\n${words}`);
    setIsPicking(false);
    toComment();
  };
  const levels = useLevels(props.rubric, score);
  useAnswerKeys(props, {
    give,
    toComment,
    toSnippets: () => setIsPicking(true),
    score: levels === null ? tens(score.write) : rubricKeys(levels),
  });
  const onEscape = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
    setIsPicking(false);
    props.toText();
  };
  return (
    <section className={styles['answer']} aria-label={text('queue.answer')} onKeyDownCapture={onEscape}>
      <ClaimNote {...props} />
      {read < work.version && <Newer version={work.version} onNewest={props.onNewest} />}
      <Overtaken row={row} meId={meId} draft={comment.draft} onUse={use} />
      {levels === null ? <Level score={score.draft} onScore={score.write} /> : <RubricForm {...levels} />}
      <div ref={box}>
        <LongField
          label={text('queue.comment')}
          value={comment.draft}
          onChange={comment.write}
          mostCharacters={MOST_CHARACTERS}
          note={comment.draft === '' ? text('queue.commentNote') : text(`draft.${comment.state}`)}
        />
      </div>
      <Problem problem={problem} />
      <Acts isOurs={isOurs} onGive={give} />
      {isPicking ? (
        <Snippets cohortId={cohortId} onUse={use} onClose={() => setIsPicking(false)} />
      ) : (
        <div className={styles['small']}>
          <Button quiet small onPress={() => setIsPicking(true)}>
            {text('queue.snippets')}
            <Key name="/" />
          </Button>
          <SaveSnippet cohortId={cohortId} words={comment.draft} />
        </div>
      )}
    </section>
  );
}

/** Somebody else's, or nobody's to answer. While it is not known yet, it is asked for again with the answer. */
function mayAnswer({ state }: Claiming): boolean {
  return state !== 'other' && state !== 'refused';
}

function useAnswer({ work, rubric, read, name, claiming, meId, onGive }: AnswerProps, toComment: () => void) {
  const text = useText();
  const comment = useDraft(commentKey(meId, work.id));
  const score = useDraft(scoreKey(meId, work.id));
  const [problem, setProblem] = useState<string | null>(null);
  const give = (verdict: GivenVerdict): void => {
    if (comment.state === 'loading' || score.state === 'loading' || !mayAnswer(claiming)) return;
    const given = scoreOf(score.draft, rubric);
    if (work.version > read) return setProblem(text('queue.readNewer'));
    if (typeof given === 'string') return setProblem(text(given));
    if (!isSayable(comment.draft, MOST_CHARACTERS)) {
      setProblem(text('queue.commentFirst'));
      return toComment();
    }
    const { id: submissionId } = work;
    onGive({ comment: comment.draft.trim(), ...given, score: score.draft, verdict, version: read, submissionId, name });
  };
  return { comment, score, problem, give };
}

interface AnswerActs {
  give(verdict: GivenVerdict): void;
  toComment(): void;
  toSnippets(): void;
  /** What the number keys do. */
  score: Readonly<Record<string, () => void>>;
}

function useAnswerKeys({ work, read, hasKeys, onNewest }: AnswerProps, does: AnswerActs): void {
  const acts: Record<string, () => void> = {
    a: () => does.give('accepted'),
    r: () => does.give('changes_requested'),
    c: does.toComment,
    '/': does.toSnippets,
    ...does.score,
  };
  if (work.version > read) acts['v'] = onNewest;
  useKeys(hasKeys, acts);
}

/** By tens; 0 is all of them. */
function tens(onScore: (score: string) => void): Record<string, () => void> {
  return Object.fromEntries(
    LEVELS.map((level) => [level, () => onScore(level === '0' ? '100' : `${level}0`)] as const),
  );
}

/** The rubric as it is being answered; null: there is none. */
function useLevels(rubric: Rubric | null, score: { draft: string; write(draft: string): void }) {
  const [at, setAt] = useState(0);
  if (rubric === null) return null;
  return {
    rubric,
    chosen: chosenOf(score.draft, rubric),
    at,
    onChoose: (chosen: Chosen) => score.write(draftOf(chosen)),
    onAt: setAt,
  };
}

function Acts({ isOurs, onGive }: { isOurs: boolean; onGive(verdict: GivenVerdict): void }) {
  const text = useText();
  return (
    <div className={styles['acts']}>
      <Button onPress={() => onGive('accepted')} isDisabled={!isOurs}>
        {text('queue.accept')}
        <Key name="a" />
      </Button>
      <Button quiet onPress={() => onGive('changes_requested')} isDisabled={!isOurs}>
        {text('queue.return')}
        <Key name="r" />
      </Button>
    </div>
  );
}

function Newer({ version, onNewest }: { version: number; onNewest(): void }) {
  const text = useText();
  return (
    <Card tone="info" live>
      <p>{text('queue.newer', { version })}</p>
      <Button quiet small onPress={onNewest}>
        {text('queue.readIt')}
        <Key name="v" />
      </Button>
    </Card>
  );
}

interface OvertakenProps {
  row: QueueRow | undefined;
  meId: string;
  draft: string;
  onUse(words: string): void;
}

/** An answer of mine that was never said, because a newer version came within its ten seconds. */
function Overtaken({ row, meId, draft, onUse }: OvertakenProps) {
  const text = useText();
  const kept = row?.kept;
  if (!kept || kept.sayAt !== null || kept.reviewerId !== meId || draft.includes(kept.comment)) return null;
  return (
    <Card tone="info" live>
      <p>{text('queue.overtaken')}</p>
      <Button quiet small onPress={() => onUse(kept.comment)}>
        {text('queue.useComment')}
      </Button>
    </Card>
  );
}
