import { useRouter } from '@tanstack/react-router';
import { type KeyboardEvent, memo, type MouseEvent, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { drawnOf } from '../../features/members/in-sight';
import type { Member, MemberDays } from '../../features/members/read';
import { useInSight } from '../../features/members/use-in-sight';
import { type Text, useText } from '../../texts/use-text';
import { Chip } from '../../ui/words';
import styles from './member-list.module.css';

interface MemberListProps {
  cohortId: string;
  members: readonly Member[];
  /** By enrolment; of some it may not be known yet. */
  daysOf: ReadonlyMap<string, MemberDays>;
  /** More may come. */
  isWhole: boolean;
}

const GUESSED_HEIGHT_PX = 56;
/** As many rows as PageUp and PageDown move. */
const LEAP = 10;

/**
 * Everybody, each row a link. Only the rows in sight are in the page; all are counted (`aria-rowcount`), and the list is one stop of Tab, in which
 * the arrows, PageUp, PageDown, Home and End move. A thousand router links would each listen to the address: here the list does, once.
 */
export function MemberList({ cohortId, members, daysOf, isWhole }: MemberListProps) {
  const text = useText();
  const open = useOpening(cohortId);
  const box = useRef<HTMLDivElement>(null);
  const { range, offsets } = useInSight({ count: members.length, guess: GUESSED_HEIGHT_PX, box });
  const [chosen, choose] = useState(0);
  const current = Math.max(0, Math.min(chosen, members.length - 1));
  const move = (event: KeyboardEvent): void => {
    const to = rowAfter(event, current, members.length);
    if (to === null) return;
    event.preventDefault();
    flushSync(() => choose(to));
    box.current?.querySelector<HTMLElement>(`[data-row="${to}"] a`)?.focus();
  };
  return (
    <div
      ref={box}
      role="grid"
      aria-label={text('members.list')}
      aria-rowcount={isWhole ? members.length : -1}
      className={styles['list']}
      style={{ height: offsets.at(-1) ?? 0 }}
      onClick={open}
      onKeyDown={move}
    >
      {drawnOf(range, current, members.length).map((row) => {
        const member = members[row];
        if (member === undefined) return null;
        return (
          <Row
            key={member.enrolmentId}
            row={row}
            top={offsets[row] ?? 0}
            isStop={row === current}
            onStop={choose}
            cohortId={cohortId}
            member={member}
            days={daysOf.get(member.enrolmentId)}
            text={text}
          />
        );
      })}
    </div>
  );
}

/** The links act; the list only hears of it. */
function useOpening(cohortId: string): (event: MouseEvent<HTMLElement>) => void {
  const router = useRouter();
  return (event) => {
    // Into another tab or window: the browser's own business.
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.button !== 0) return;
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    const enrolmentId = link?.dataset['enrolment'];
    if (enrolmentId === undefined) return;
    event.preventDefault();
    void router.navigate({ to: '/cohorts/$cohortId/members/$enrolmentId', params: { cohortId, enrolmentId } });
  };
}

/** Where a key leads; null: it moves nothing here. */
function rowAfter({ key, ctrlKey, metaKey, altKey }: KeyboardEvent, row: number, count: number): number | null {
  const steps: Readonly<Record<string, number>> = {
    ArrowUp: row - 1,
    ArrowDown: row + 1,
    PageUp: row - LEAP,
    PageDown: row + LEAP,
    Home: 0,
    End: count - 1,
  };
  const to = steps[key];
  if (to === undefined || ctrlKey || metaKey || altKey) return null;
  return Math.min(Math.max(0, to), Math.max(0, count - 1));
}

interface RowProps {
  /** From 0. */
  row: number;
  /** Where it begins in the list (px). */
  top: number;
  /** Where Tab stops. */
  isStop: boolean;
  onStop(row: number): void;
  cohortId: string;
  member: Member;
  days: MemberDays | undefined;
  text: Text;
}

const TONES = {
  admitted: 'good',
  leaving: 'attention',
  removed: 'bad',
  withdrawn: 'plain',
  completed: 'info',
  cancelled: 'plain',
} as const;
/** From so many days on, silence is said. */
const SILENT_DAYS = 7;

const Row = memo(function Row({ row, top, isStop, onStop, cohortId, member, days, text }: RowProps) {
  const { enrolmentId, memberNumber, displayName, status } = member;
  const silentDays = days?.silentDays ?? 0;
  return (
    <div role="row" aria-rowindex={row + 1} data-row={row} className={styles['item']} style={{ top }}>
      <div role="gridcell">
        <a
          className={styles['row']}
          href={`/cohorts/${cohortId}/members/${enrolmentId}`}
          data-enrolment={enrolmentId}
          tabIndex={isStop ? 0 : -1}
          onFocus={() => onStop(row)}
        >
          <span className={styles['number']}>{text('enrolment.number', { number: memberNumber })}</span>
          <span className={styles['name']}>{displayName}</span>
          <span className={styles['chips']}>
            {silentDays >= SILENT_DAYS && (
              <Chip tone="attention">{text('members.silentFor', { days: silentDays })}</Chip>
            )}
            <Chip tone={toneOf(status)}>{text('members.status', { status })}</Chip>
          </span>
          <span className={styles['figures']}>
            {days === undefined
              ? '…'
              : text('members.figures', { done: days.done, missed: days.missed, streak: days.streak })}
          </span>
        </a>
      </div>
    </div>
  );
});

function toneOf(status: Member['status']): (typeof TONES)[keyof typeof TONES] {
  return status in TONES ? TONES[status as keyof typeof TONES] : 'plain';
}
