import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { Asked } from '../../features/asked/asked';
import { More } from '../../features/asked/more';
import { TimeLeft } from '../../features/server-clock/time-left';
import { useDates } from '../../features/time/use-dates';
import { useText } from '../../texts/use-text';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { Lines } from '../../ui/lines';
import { Muted } from '../../ui/words';
import styles from './page.module.css';

export interface ListProps {
  cohortId: string;
  timeZone: string;
  nameOf(enrolmentId: string): string;
  /** Who reads it. */
  ownId: string;
}

/** Of one request: whether it is being answered, and how to begin and end that. */
export interface Answering {
  isOpen: boolean;
  onOpen(isOpen: boolean): void;
}

interface RequestListProps<Item> {
  title: string;
  /** Said where there is none. */
  none: string;
  query: UseInfiniteQueryResult<{ pages: readonly { items: readonly Item[] }[] }>;
  idOf(item: Item): string;
  children(item: Item, answering: Answering): ReactNode;
}

/** What members ask of the staff, a line each, of which one at a time is being answered. */
export function RequestList<Item>({ title, none, query, idOf, children }: RequestListProps<Item>) {
  const [open, setOpen] = useState<string | null>(null);
  const answering = (id: string): Answering => ({
    isOpen: open === id,
    onOpen: (isOpen) => setOpen(isOpen ? id : null),
  });
  return (
    <Card title={title}>
      <Asked query={query}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          return (
            <>
              {items.length === 0 && <Muted>{none}</Muted>}
              <Lines>{items.map((item) => children(item, answering(idOf(item))))}</Lines>
              <More query={query} />
            </>
          );
        }}
      </Asked>
    </Card>
  );
}

interface WhoProps extends Pick<ListProps, 'cohortId' | 'nameOf'> {
  of: { enrolmentId: string; memberNumber: number };
  /** What they ask about. */
  about: string;
}

/** Who asks, with the way to all that is known of them, and about what. */
export function Who({ cohortId, nameOf, of: { enrolmentId, memberNumber }, about }: WhoProps) {
  const text = useText();
  return (
    <>
      <Link to="/cohorts/$cohortId/members/$enrolmentId" params={{ cohortId, enrolmentId }}>
        {text('enrolment.number', { number: memberNumber })} {nameOf(enrolmentId)}
      </Link>
      {` · ${about}`}
    </>
  );
}

/** The answer where it is being written, else the way to it. */
export function Answer({ isOpen, onOpen, children }: Answering & { children: ReactNode }) {
  const text = useText();
  return (
    <div className={styles['act']}>
      {isOpen ? (
        children
      ) : (
        <Button quiet small onPress={() => onOpen(true)}>
          {text('requests.answer')}
        </Button>
      )}
    </div>
  );
}

/** How long there is to answer, and what happens then. */
export function Due({ until, timeZone }: { until: string; timeZone: string }) {
  const text = useText();
  const dates = useDates(timeZone);
  return (
    <p>
      {text('today.left')} <TimeLeft until={until} /> ·{' '}
      {text('requests.grantedAt', { time: dates.dateAndTime(until), zone: dates.zone })}
    </p>
  );
}
