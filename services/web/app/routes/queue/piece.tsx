import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { Asked } from '../../features/asked/asked';
import type { Rubric } from '../../features/feedback/levels';
import { useText } from '../../texts/use-text';
import { Answer } from './answer';
import styles from '../../features/desk/desk.module.css';
import { type QueueRow, type Work, workQuery } from './queries';
import { useClaim } from './use-claim';
import type { Given } from './use-verdicts';
import { Written } from './written';

interface PieceProps {
  cohortId: string;
  submissionId: string;
  /** Undefined: it is not among what is shown of the queue. */
  row: QueueRow | undefined;
  tasks: readonly { id: string; title: string; instructions: string; rubric: Rubric | null }[];
  /** By enrolment. */
  names: ReadonlyMap<string, string>;
  nameOfStaff(id: string | null): string;
  meId: string;
  timeZone: string;
  hasKeys: boolean;
  onGive(given: Given): void;
  onClose(): void;
}

/** One piece of work: its text in the middle, its answer at the right. */
export function Piece(props: PieceProps) {
  const query = useQuery(workQuery(props.submissionId));
  return (
    <div className={styles['piece']}>
      <Asked query={query}>{(work) => <Read {...props} work={work} />}</Asked>
    </div>
  );
}

function Read({ work, row, tasks, names, ...more }: PieceProps & { work: Work }) {
  const text = useText();
  const heading = useRef<HTMLHeadingElement>(null);
  /** What is answered: the version that was read, also while a newer one comes. */
  const [read, setRead] = useState(work.version);
  const [shown, setShown] = useState(work.version);
  const { claiming, take } = useClaim(work.id);
  const number = row?.memberNumber ?? null;
  const name = names.get(work.enrolmentId) ?? text('queue.member', { number: number ?? '' });
  const task = tasks.find(({ id }) => id === work.assignmentId);
  const toText = (): void => heading.current?.focus({ preventScroll: true });
  useEffect(() => {
    toText();
    scrollTo({ top: 0 });
  }, []);
  return (
    <>
      <Written
        {...{ work, name, shown, heading }}
        task={task}
        timeZone={more.timeZone}
        onShow={setShown}
        onClose={more.onClose}
      />
      <Answer
        {...more}
        {...{ work, row, name, read, claiming, toText }}
        rubric={task?.rubric ?? null}
        onTake={take}
        onNewest={() => {
          setRead(work.version);
          setShown(work.version);
        }}
      />
    </>
  );
}
