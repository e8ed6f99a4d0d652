import { type RefObject, useState } from 'react';
import { Feedback } from '../../features/feedback/feedback';
import { HandedInFiles } from '../../features/handed-in/files';
import { Rich } from '../../features/markdown/rich';
import { useDates } from '../../features/time/use-dates';
import { useText } from '../../texts/use-text';
import { Button } from '../../ui/button';
import { Muted } from '../../ui/words';
import styles from '../../features/desk/desk.module.css';
import type { Work } from './queries';

interface WrittenProps {
  work: Work;
  name: string;
  task: { title: string; instructions: string } | undefined;
  /** Which version. */
  shown: number;
  heading: RefObject<HTMLHeadingElement | null>;
  timeZone: string;
  onShow(version: number): void;
  onClose(): void;
}

/** What was handed in, in all its versions, each with what was answered. */
export function Written({ work, name, task, shown, heading, timeZone, onShow, onClose }: WrittenProps) {
  const text = useText();
  const dates = useDates(timeZone);
  const one = work.versions.find(({ version }) => version === shown);
  return (
    <article className={styles['written']}>
      <header className={styles['over']}>
        <div>
          <h2 ref={heading} tabIndex={-1} className={styles['whose']}>
            {name}
          </h2>
          <Muted>
            {task?.title}
            {one !== undefined && ` · ${text('homework.handedIn', { time: dates.dateAndTime(one.submittedAt) })}`}
            {one?.late === true && ` · ${text('homework.late')}`}
            {one !== undefined && ` · ${text('editor.count', { count: one.characters })}`}
          </Muted>
        </div>
        <Button quiet small onPress={onClose}>
          {text('queue.close')}
        </Button>
      </header>
      {work.versions.length > 1 && <Versions work={work} shown={shown} onShow={onShow} />}
      {task !== undefined && <Task instructions={task.instructions} />}
      {one !== undefined && <Rich key={shown}>{one.markdown}</Rich>}
      {one !== undefined && <HandedInFiles key={`files ${shown}`} enrolmentId={work.enrolmentId} version={one} />}
      <Feedback feedback={work.feedback} version={shown} />
    </article>
  );
}

function Versions({ work, shown, onShow }: Pick<WrittenProps, 'work' | 'shown' | 'onShow'>) {
  const text = useText();
  return (
    <ul className={styles['versions']} aria-label={text('queue.versions')}>
      {work.versions.map(({ version }) => (
        <li key={version}>
          <button
            type="button"
            className={styles['version']}
            aria-pressed={version === shown}
            onClick={() => onShow(version)}
          >
            {text('homework.version', { version })}
          </button>
        </li>
      ))}
    </ul>
  );
}

/** What was asked: at hand, and out of the way of who has read it a hundred times. */
function Task({ instructions }: { instructions: string }) {
  const text = useText();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details className={styles['task']} onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
      <summary>{text('queue.task')}</summary>
      {isOpen && <Rich>{instructions}</Rich>}
    </details>
  );
}
