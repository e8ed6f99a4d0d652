import { useRouter } from '@tanstack/react-router';
import { memo, type MouseEvent } from 'react';
import type { Member, MemberDays } from '../../features/members/read';
import { type Text, useText } from '../../texts/use-text';
import { Chip } from '../../ui/words';
import styles from './member-list.module.css';

interface MemberListProps {
  cohortId: string;
  members: readonly Member[];
  /** By enrolment; of some it may not be known yet. */
  daysOf: ReadonlyMap<string, MemberDays>;
}

/**
 * Everybody, each row a link. All rows are in the page, so that the browser's own search, Tab and a screen reader find them; those out of sight
 * are neither laid out nor painted (`content-visibility`). A thousand router links would each listen to the address: here the list does, once.
 */
export function MemberList({ cohortId, members, daysOf }: MemberListProps) {
  const text = useText();
  const router = useRouter();
  const open = (event: MouseEvent<HTMLUListElement>): void => {
    // Into another tab or window: the browser's own business.
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.button !== 0) return;
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    const enrolmentId = link?.dataset['enrolment'];
    if (enrolmentId === undefined) return;
    event.preventDefault();
    void router.navigate({ to: '/cohorts/$cohortId/members/$enrolmentId', params: { cohortId, enrolmentId } });
  };
  return (
    // The links act; the list only hears of it.
    <ul className={styles['list']} onClick={open}>
      {members.map((member) => (
        <Row
          key={member.enrolmentId}
          cohortId={cohortId}
          member={member}
          days={daysOf.get(member.enrolmentId)}
          text={text}
        />
      ))}
    </ul>
  );
}

interface RowProps {
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

const Row = memo(function Row({ cohortId, member, days, text }: RowProps) {
  const { enrolmentId, memberNumber, displayName, status } = member;
  const silentDays = days?.silentDays ?? 0;
  return (
    <li className={styles['item']}>
      <a className={styles['row']} href={`/cohorts/${cohortId}/members/${enrolmentId}`} data-enrolment={enrolmentId}>
        <span className={styles['number']}>{text('enrolment.number', { number: memberNumber })}</span>
        <span className={styles['name']}>{displayName}</span>
        <span className={styles['chips']}>
          {silentDays >= SILENT_DAYS && <Chip tone="attention">{text('members.silentFor', { days: silentDays })}</Chip>}
          <Chip tone={toneOf(status)}>{text('members.status', { status })}</Chip>
        </span>
        <span className={styles['figures']}>
          {days === undefined
            ? '…'
            : text('members.figures', { done: days.done, missed: days.missed, streak: days.streak })}
        </span>
      </a>
    </li>
  );
});

function toneOf(status: Member['status']): (typeof TONES)[keyof typeof TONES] {
  return status in TONES ? TONES[status as keyof typeof TONES] : 'plain';
}
