import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type ComponentProps, useEffect, useState } from 'react';
import type { Cohort } from '../../api/queries';
import { Asked } from '../../features/asked/asked';
import styles from '../../features/desk/desk.module.css';
import { Help } from '../../features/desk/help';
import { stepFrom } from '../../features/desk/step';
import { storedKeys, storeKeys, useKeys } from '../../features/desk/use-keys';
import { useNamesOfMembers } from '../../features/members/read';
import { useText } from '../../texts/use-text';
import { Muted } from '../../ui/words';
import { Filters } from './filters';
import { List } from './list';
import { Piece } from './piece';
import { entriesQuery, type Entry } from './queries';
import { dayThatRuns, keyOfEntry } from './rows';
import { Strip } from './strip';
import { useRejections } from './use-rejections';

/** So many before the end of what is known the next page is asked for, so that nobody waits who goes on by the keyboard. */
const AHEAD = 5;

interface DeskProps {
  cohortId: string;
  /** The reader's account. */
  meId: string;
  policy: NonNullable<Cohort['policy']>;
  nowMs: number;
}

/** What is shown, what is open, and the ways from one to the next. */
function useDesk({ cohortId, policy, nowMs }: DeskProps) {
  const from = '/cohorts/$cohortId/entries';
  const navigate = useNavigate({ from });
  const search = useSearch({ from });
  const { item, only } = search;
  const day = isDay(search.day) ? search.day : dayThatRuns(policy, nowMs);
  const query = useInfiniteQuery(entriesQuery(cohortId, day, only));
  const rows = query.data?.pages.flatMap(({ items }) => items) ?? [];
  const keys = rows.map(keyOfEntry);
  const open = (key: string | undefined): void =>
    void navigate({ search: (before) => ({ ...before, item: key }), replace: true });
  const at = item === undefined ? -1 : keys.indexOf(item);
  const { hasNextPage, isFetching, fetchNextPage } = query;
  useEffect(() => {
    if (at >= keys.length - AHEAD && at >= 0 && hasNextPage && !isFetching) void fetchNextPage();
  }, [at, keys.length, hasNextPage, isFetching, fetchNextPage]);
  return {
    query,
    day,
    only,
    rows,
    entry: rows[at],
    open,
    move(by: 1 | -1) {
      const to = stepFrom(keys, item, by);
      if (to !== undefined) open(to);
    },
  };
}

export function Desk(props: DeskProps) {
  const { cohortId, meId, policy, nowMs } = props;
  const text = useText();
  const [isHelp, setIsHelp] = useState(false);
  const [hasKeys, setHasKeys] = useState(storedKeys);
  const names = useNamesOfMembers(cohortId);
  const rejections = useRejections(cohortId, meId);
  const { query, day, only, rows, entry, open, move } = useDesk(props);
  const { timeZone } = policy;
  const switchKeys = (isOn: boolean): void => {
    storeKeys(isOn);
    setHasKeys(isOn);
  };
  useKeys(hasKeys, { j: () => move(1), k: () => move(-1), '?': () => setIsHelp(true) });
  const nameOf = (one: Pick<Entry, 'enrolmentId' | 'memberNumber'>): string =>
    names.get(one.enrolmentId) ?? text('queue.member', { number: one.memberNumber });
  return (
    <>
      <Strip failed={rejections.failed} onForget={rejections.forget} onOpen={open} />
      <div className={entry === undefined ? styles['desk'] : `${styles['desk']} ${styles['open']}`}>
        <nav className={styles['list']} aria-label={text('entries.list')}>
          <Filters policy={policy} day={day} only={only} onHelp={() => setIsHelp(true)} />
          <Asked query={query}>
            {() => (
              <List
                rows={rows}
                nameOf={nameOf}
                sending={rejections.sending}
                timeZone={timeZone}
                more={query.hasNextPage ? () => void query.fetchNextPage() : null}
              />
            )}
          </Asked>
        </nav>
        {entry === undefined ? (
          <div className={styles['none']}>{rows.length > 0 && <Muted>{text('entries.choose')}</Muted>}</div>
        ) : (
          <Piece
            key={keyOfEntry(entry)}
            entry={entry}
            name={nameOf(entry)}
            names={names}
            isAuto={policy.checkIn.review === 'auto'}
            isSending={rejections.sending.includes(keyOfEntry(entry))}
            {...{ meId, timeZone, nowMs, hasKeys }}
            onReject={(reason) => {
              rejections.reject({ entry, name: nameOf(entry), reason });
              move(1);
            }}
            onNext={() => move(1)}
            onClose={() => open(undefined)}
          />
        )}
      </div>
      {isHelp && <EntriesHelp hasKeys={hasKeys} onKeys={switchKeys} onClose={() => setIsHelp(false)} />}
    </>
  );
}

const KEYS = ['move', 'reason', 'leave', 'reject', 'help'] as const;

function EntriesHelp(props: Omit<ComponentProps<typeof Help>, 'keys'>) {
  const text = useText();
  const keys = KEYS.map((name) => ({ key: text(`entries.key.${name}`), does: text(`entries.does.${name}`) }));
  return <Help keys={keys} {...props} />;
}

const isDay = (day: string | undefined): day is string => day !== undefined && /^\d{4}-\d\d-\d\d$/.test(day);
