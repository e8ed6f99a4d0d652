import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type ComponentProps, useEffect, useMemo, useState } from 'react';
import { staffQuery } from '../../api/queries';
import { Asked } from '../../features/asked/asked';
import { useNamesOfMembers } from '../../features/members/read';
import { useText } from '../../texts/use-text';
import { Muted } from '../../ui/words';
import { Filters } from './filters';
import { Help } from '../../features/desk/help';
import { stepFrom } from '../../features/desk/step';
import { List } from './list';
import styles from '../../features/desk/desk.module.css';
import { Piece } from './piece';
import { tasksQuery } from '../../features/desk/tasks';
import { type Queue, type QueueRow, queueQuery, workQuery } from './queries';
import { afterAnswer, isOf } from './rows';
import { Strip } from './strip';
import { storedKeys, storeKeys, useKeys } from '../../features/desk/use-keys';
import { type Given, useVerdicts } from './use-verdicts';

interface DeskProps {
  cohortId: string;
  /** The reader's account. */
  meId: string;
  timeZone: string;
  nowMs: number;
}

type WorkingProps = DeskProps & { queue: Queue };

const FROM = '/cohorts/$cohortId/queue';

export function Desk({ cohortId, ...more }: DeskProps) {
  const { state = 'waiting', assignment } = useSearch({ from: FROM });
  // What I have open is still to stand among the free ones, so they are picked out here.
  const asked = state === 'free' ? 'waiting' : state;
  const query = useQuery(queueQuery(cohortId, { state: asked, assignmentId: assignment }));
  return <Asked query={query}>{(queue) => <Working {...more} cohortId={cohortId} queue={queue} />}</Asked>;
}

/** What is shown, what is open, and the ways from one to the next. */
function useDesk({ cohortId, meId, queue }: WorkingProps, names: ReadonlyMap<string, string>) {
  const navigate = useNavigate({ from: FROM });
  const search = useSearch({ from: FROM });
  const { item } = search;
  const verdicts = useVerdicts(cohortId, meId);
  const rows = useMemo(
    () => queue.rows.filter((row) => isShown(row, { ...search, meId, name: names.get(row.enrolmentId) })),
    [queue, search, meId, names],
  );
  const shown = rows.filter(({ submissionId }) => !verdicts.sending.includes(submissionId));
  const ids = shown.map(({ submissionId }) => submissionId);
  const open = (id: string | undefined): void =>
    void navigate({ search: (before) => ({ ...before, item: id }), replace: true });
  usePrefetched(item === undefined ? ids.slice(0, 1) : [afterAnswer(ids, item), stepFrom(ids, item, -1)]);
  return {
    item,
    shown,
    verdicts,
    open,
    move(by: 1 | -1) {
      const to = stepFrom(ids, item, by);
      if (to !== undefined) open(to);
    },
    async undo() {
      const id = await verdicts.undo();
      if (id !== null) open(id);
    },
    give(given: Given) {
      verdicts.give(given);
      open(afterAnswer(ids, given.submissionId));
    },
  };
}

function Working(props: WorkingProps) {
  const { cohortId, meId, timeZone, nowMs, queue } = props;
  const text = useText();
  const [isHelp, setIsHelp] = useState(false);
  const [hasKeys, setHasKeys] = useState(storedKeys);
  const names = useNamesOfMembers(cohortId);
  const tasks = useQuery(tasksQuery(cohortId)).data?.items ?? [];
  const nameOfStaff = useNamesOfStaff(cohortId);
  const { item, shown, verdicts, open, move, undo, give } = useDesk(props, names);
  const help = (): void => setIsHelp(true);
  const switchKeys = (isOn: boolean): void => {
    storeKeys(isOn);
    setHasKeys(isOn);
  };
  useKeys(hasKeys, { j: () => move(1), k: () => move(-1), z: () => void undo(), '?': help });
  const both = { cohortId, timeZone, names, nameOfStaff, meId };
  return (
    <>
      <Strip verdicts={verdicts} onUndo={() => void undo()} onOpen={open} />
      <div className={item === undefined ? styles['desk'] : `${styles['desk']} ${styles['open']}`}>
        <nav className={styles['list']} aria-label={text('queue.list')}>
          <Filters tasks={tasks} onHelp={help} />
          <List {...both} rows={shown} nowMs={nowMs} hasMore={queue.hasMore} />
        </nav>
        {item === undefined ? (
          <div className={styles['none']}>{shown.length > 0 && <Muted>{text('queue.choose')}</Muted>}</div>
        ) : (
          <Piece
            {...both}
            key={item}
            submissionId={item}
            row={queue.rows.find(({ submissionId }) => submissionId === item)}
            tasks={tasks}
            hasKeys={hasKeys}
            onGive={give}
            onClose={() => open(undefined)}
          />
        )}
      </div>
      {isHelp && <QueueHelp hasKeys={hasKeys} onKeys={switchKeys} onClose={() => setIsHelp(false)} />}
    </>
  );
}

const KEYS = [
  'move',
  'level',
  'criterion',
  'comment',
  'leave',
  'snippet',
  'accept',
  'return',
  'undo',
  'newer',
  'help',
] as const;

function QueueHelp(props: Omit<ComponentProps<typeof Help>, 'keys'>) {
  const text = useText();
  const keys = KEYS.map((name) => ({ key: text(`queue.key.${name}`), does: text(`queue.does.${name}`) }));
  return <Help keys={keys} {...props} />;
}

function useNamesOfStaff(cohortId: string): (id: string | null) => string {
  const text = useText();
  const staff = useQuery(staffQuery(cohortId)).data?.items;
  return (id) => staff?.find(({ accountId }) => accountId === id)?.displayName ?? text('queue.somebody');
}

interface Shown {
  state?: string | undefined;
  who?: string | undefined;
  item?: string | undefined;
  meId: string;
  name: string | undefined;
}

/** What is open stays in its place, whatever is being filtered. */
function isShown(row: QueueRow, { state, who = '', item, meId, name }: Shown): boolean {
  if (row.submissionId === item) return true;
  if (state === 'free' && row.claim !== null && row.claim.reviewerId !== meId) return false;
  return isOf(row, name, who);
}

/** The texts that may come next are read before they are asked for. */
function usePrefetched(ids: readonly (string | undefined)[]): void {
  const queries = useQueryClient();
  const wanted = ids.filter((id) => id !== undefined).join(' ');
  useEffect(() => {
    for (const id of wanted === '' ? [] : wanted.split(' ')) void queries.prefetchQuery(workQuery(id));
  }, [queries, wanted]);
}
