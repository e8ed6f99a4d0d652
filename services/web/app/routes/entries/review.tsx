import { useRef, useState } from 'react';
import { isSayable } from '../../features/act/is-sayable';
import { Problem } from '../../features/act/problem';
import styles from '../../features/desk/desk.module.css';
import { Key } from '../../features/desk/key';
import { useKeys } from '../../features/desk/use-keys';
import { useDraft } from '../../features/draft/use-draft';
import { TimeLeft } from '../../features/server-clock/time-left';
import { useDates } from '../../features/time/use-dates';
import { useText } from '../../texts/use-text';
import { Button } from '../../ui/button';
import { LongField } from '../../ui/field';
import { Long, Muted, Strong } from '../../ui/words';
import type { Entry } from './queries';
import { reasonKey, reviewStateOf } from './rows';

/** Of the services, see packages/contracts. */
const MOST_CHARACTERS = 1_000;

interface ReviewProps {
  entry: Entry;
  isAuto: boolean;
  isSending: boolean;
  meId: string;
  timeZone: string;
  nowMs: number;
  hasKeys: boolean;
  onReject(reason: string): void;
  onNext(): void;
}

/** What those who review can do about a check-in, or why nothing can be done; leaving it is going on to the next. */
export function Review(props: ReviewProps) {
  const { entry, isAuto, isSending, timeZone, nowMs, onNext } = props;
  const text = useText();
  const dates = useDates(timeZone);
  const review = reviewStateOf(entry, nowMs);
  const { rejected, rejectableUntil } = entry;
  return (
    <section className={styles['snippets']} aria-label={text('entries.review')}>
      {rejected !== null && (
        <>
          <p>{text('entries.rejectedAt', { time: dates.dateAndTime(rejected.at) })}</p>
          <Long>{rejected.reason}</Long>
          <Muted>{text('entries.onlyAppeal')}</Muted>
        </>
      )}
      {review === 'decided' && <Muted>{text(isAuto ? 'entries.auto' : 'entries.decided')}</Muted>}
      {review === 'closed' && rejectableUntil !== null && (
        <Muted>{text('entries.closed', { time: dates.dateAndTime(rejectableUntil) })}</Muted>
      )}
      {isSending && <Muted>{text('entries.sending')}</Muted>}
      {review === 'open' && rejectableUntil !== null && !isSending && (
        <>
          <p>
            {text('entries.left')}{' '}
            <Strong>
              <TimeLeft until={rejectableUntil} />
            </Strong>
          </p>
          <Reject {...props} />
        </>
      )}
      <Button onPress={onNext}>
        {text('entries.next')}
        <Key name="j" />
      </Button>
    </section>
  );
}

function Reject({ entry, meId, hasKeys, onReject }: ReviewProps) {
  const text = useText();
  const box = useRef<HTMLDivElement>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const { draft, state, write } = useDraft(reasonKey(meId, entry));
  const toReason = (): void => box.current?.querySelector('textarea')?.focus();
  const reject = (): void => {
    if (state === 'loading') return;
    if (!isSayable(draft, MOST_CHARACTERS)) {
      setProblem(text('entries.reasonFirst'));
      return toReason();
    }
    onReject(draft.trim());
  };
  useKeys(hasKeys, { r: reject, c: toReason });
  return (
    <>
      <div ref={box}>
        <LongField
          label={text('entries.reason')}
          value={draft}
          onChange={write}
          mostCharacters={MOST_CHARACTERS}
          note={draft === '' ? text('entries.reasonNote') : text(`draft.${state}`)}
        />
      </div>
      <Problem problem={problem} />
      <Button quiet onPress={reject}>
        {text('entries.reject')}
        <Key name="r" />
      </Button>
    </>
  );
}
