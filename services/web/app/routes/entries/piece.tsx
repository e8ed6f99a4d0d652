import { type KeyboardEvent, useEffect, useRef } from 'react';
import styles from '../../features/desk/desk.module.css';
import { ShownFiles } from '../../features/files/lazily';
import { useDates } from '../../features/time/use-dates';
import { useText } from '../../texts/use-text';
import { Button } from '../../ui/button';
import { Long, Muted } from '../../ui/words';
import type { Entry } from './queries';
import { Review } from './review';

interface PieceProps {
  entry: Entry;
  name: string;
  /** By enrolment. */
  names: ReadonlyMap<string, string>;
  /** The cohort counts check-ins without review. */
  isAuto: boolean;
  isSending: boolean;
  meId: string;
  timeZone: string;
  nowMs: number;
  hasKeys: boolean;
  onReject(reason: string): void;
  onNext(): void;
  onClose(): void;
}

/** One check-in: what was written and added in the middle, what can be done about it at the right. */
export function Piece({ entry, name, names, onClose, ...more }: PieceProps) {
  const text = useText();
  const dates = useDates(more.timeZone);
  const heading = useRef<HTMLHeadingElement>(null);
  const { enrolmentId, day, acceptedAt, via, kind, characters, text: written, files } = entry;
  const toText = (): void => heading.current?.focus({ preventScroll: true });
  useEffect(() => {
    toText();
    scrollTo({ top: 0 });
  }, []);
  const onEscape = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && !event.nativeEvent.isComposing) toText();
  };
  return (
    <div className={styles['piece']}>
      <article className={styles['written']}>
        <header className={styles['over']}>
          <div>
            <h2 ref={heading} tabIndex={-1} className={styles['whose']}>
              {name}
            </h2>
            <Muted>
              {dates.dayAndWeekday(day)} · {text('entries.came', { time: dates.dateAndTime(acceptedAt) })}
              {kind === 'made_up' && ` · ${text('days.state', { state: 'made_up' })}`}
              {characters > 0 && ` · ${text('editor.count', { count: characters })}`}
            </Muted>
          </div>
          <Button quiet small onPress={onClose}>
            {text('entries.close')}
          </Button>
        </header>
        {via === 'homework' && <Muted>{text('entries.byHomework')}</Muted>}
        {written !== null && written !== '' && <Long>{written}</Long>}
        {files.length > 0 && (
          <ShownFiles enrolmentId={enrolmentId} files={files} nameOf={(one) => names.get(one) ?? null} />
        )}
      </article>
      <div className={styles['answer']} onKeyDownCapture={onEscape}>
        <Review entry={entry} {...more} />
      </div>
    </div>
  );
}
