import type { ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import type { Member } from '../../features/members/read';
import { useText } from '../../texts/use-text';
import styles from './page.module.css';

/** What every list of this page knows. */
export interface ListProps {
  cohortId: string;
  currency: string;
  timeZone: string;
  /** Members by enrolment; who left before they were one is not among them. */
  known: ReadonlyMap<string, Member>;
}

/** Whose money it is, with the way to all that is known of them. */
export function Who({ cohortId, enrolmentId, known }: Pick<ListProps, 'cohortId' | 'known'> & { enrolmentId: string }) {
  const text = useText();
  const member = known.get(enrolmentId);
  return (
    <Link to="/cohorts/$cohortId/members/$enrolmentId" params={{ cohortId, enrolmentId }}>
      {member === undefined
        ? text('cohortMoney.somebody', { id: enrolmentId.slice(0, 8) })
        : `${text('enrolment.number', { number: member.memberNumber })} ${member.displayName}`}
    </Link>
  );
}

interface ItemProps extends Pick<ListProps, 'cohortId' | 'known'> {
  enrolmentId: string;
  much: string;
  /** What is said of it. */
  said: ReactNode;
  /** What can be done about it. */
  children?: ReactNode;
}

/** One of a list of this page: at 320 px too, only whose it is and how much stand side by side. */
export function Item({ much, said, children, ...who }: ItemProps) {
  return (
    <li className={styles['item']}>
      <Who {...who} />
      <span>{much}</span>
      <div className={styles['said']}>{said}</div>
      {children}
    </li>
  );
}
