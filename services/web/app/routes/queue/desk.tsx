import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useMemo, useState } from 'react';
import { staffQuery } from '../../api/queries';
import { Asked } from '../../features/asked/asked';
import type { Me } from '../../features/session/session';
import { useText } from '../../texts/use-text';
import { Muted } from '../../ui/words';
import { Filters } from './filters';
import { Help } from './help';
import { List } from './list';
import styles from './page.module.css';
import { Piece } from './piece';
import { type Queue, namesQuery, type QueueRow, queueQuery, tasksQuery, workQuery } from './queries';
import { afterAnswer, isOf, stepFrom } from './rows';
import { Strip } from './strip';
import { storedKeys, storeKeys, useKeys } from './use-keys';
import { type Given, useVerdicts } from './use-verdicts';

interface DeskProps {
  cohortId: string;
  me: Me;
  timeZone: string;
  nowMs: number;
}

const FROM = '/cohorts/$cohortId/queue';

export function Desk({ cohortId, ...more }: DeskProps) {
  const { state = 'waiting', assignment } = useSearch({ from: FROM });
  // What I have open is still to stand among the free ones, so they are picked out here.
  const asked = state === 'free' ? 'waiting' : state;
  const query = useQuery(queueQuery(cohortId, { state: asked, assignmentId: assignment }));
  return <Asked query={query}>{(queue) => <Working {...more} cohortId={cohortId} queue={queue} />}</Asked>;
}

function Working({ cohortId, me, timeZone, nowMs, queue }: DeskProps & { queue: Queue }) {
  const text = useText();
  const navigate = useNavigate({ from: FROM });
  const search = useSearch({ from: FROM });
  const { item } = search;
  const [isHelp, setIsHelp] = useState(false);
  const [hasKeys, setHasKeys] = useState(storedKeys);
  const names = useQuery(namesQuery(cohortId)).data;
  const staff = useQuery(staffQuery(cohortId)).data?.items;
  const tasks = useQuery(tasksQuery(cohortId)).data?.items ?? [];
  const verdicts = useVerdicts(cohortId, me.id);
  const rows = useMemo(
    () => queue.rows.filter((row) => isShown(row, { ...search, me: me.id, name: names?.[row.enrolmentId] })),
    [queue, search, me.id, names],
  );
  const shown = rows.filter(({ submissionId }) => !verdicts.sending.includes(submissionId));
  const ids = shown.map(({ submissionId }) => submissionId);
  const open = (id: string | undefined): void =>
    void navigate({ search: (before) => ({ ...before, item: id }), replace: true });
  const move = (by: 1 | -1): void => {
    const to = stepFrom(ids, item, by);
    if (to !== undefined) open(to);
  };
  const undo = async (): Promise<void> => {
    const id = await verdicts.undo();
    if (id !== null) open(id);
  };
  const give = (given: Given): void => {
    verdicts.give(given);
    open(afterAnswer(ids, given.submissionId));
  };
  useKeys(hasKeys, { j: () => move(1), k: () => move(-1), z: () => void undo(), '?': () => setIsHelp(true) });
  usePrefetched(item === undefined ? ids.slice(0, 1) : [afterAnswer(ids, item), stepFrom(ids, item, -1)]);
  const nameOfStaff = (id: string | null): string =>
    staff?.find(({ accountId }) => accountId === id)?.displayName ?? text('queue.somebody');
  return (
    <>
      <Strip verdicts={verdicts} onUndo={() => void undo()} onOpen={open} />
      <div className={item === undefined ? styles['desk'] : `${styles['desk']} ${styles['open']}`}>
        <nav className={styles['list']} aria-label={text('queue.list')}>
          <Filters tasks={tasks} onHelp={() => setIsHelp(true)} />
          <List rows={shown} {...{ names, nameOfStaff, timeZone, nowMs }} meId={me.id} hasMore={queue.hasMore} />
        </nav>
        {item === undefined ? (
          <div className={styles['none']}>
            <Muted>{text(shown.length === 0 ? 'queue.empty' : 'queue.choose')}</Muted>
          </div>
        ) : (
          <Piece
            key={item}
            submissionId={item}
            row={queue.rows.find(({ submissionId }) => submissionId === item)}
            {...{ cohortId, timeZone, tasks, names, nameOfStaff, hasKeys }}
            meId={me.id}
            onGive={give}
            onClose={() => open(undefined)}
          />
        )}
      </div>
      {isHelp && (
        <Help
          hasKeys={hasKeys}
          onKeys={(isOn) => {
            storeKeys(isOn);
            setHasKeys(isOn);
          }}
          onClose={() => setIsHelp(false)}
        />
      )}
    </>
  );
}

interface Shown {
  state?: string | undefined;
  who?: string | undefined;
  item?: string | undefined;
  me: string;
  name: string | undefined;
}

/** What is open stays in its place, whatever is being filtered. */
function isShown(row: QueueRow, { state, who = '', item, me, name }: Shown): boolean {
  if (row.submissionId === item) return true;
  if (state === 'free' && row.claim !== null && row.claim.reviewerId !== me) return false;
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
