import { useParams } from '@tanstack/react-router';
import { Asked } from '../../features/asked/asked';
import { type MemberDays, useMemberDays, useNamesOfMembers } from '../../features/members/read';
import { StaffPage, type Working } from '../../features/staff-page/staff-page';
import { useText } from '../../texts/use-text';
import { Card } from '../../ui/card';
import { Figure, Muted } from '../../ui/words';
import { ByDay } from './by-day';
import { ByMember } from './by-member';
import { ACTIVE_DAYS, activeShare, firstEntryShare, type Share } from './figures';
import { HeatMap } from './heat-map';
import styles from './page.module.css';
import { Silent } from './silent';
import { Waiting } from './waiting';

/** How a class is: who checks in, who has fallen silent, what waits for an answer. */
export function ClassPage() {
  const text = useText();
  const { cohortId } = useParams({ from: '/cohorts/$cohortId/class' });
  return (
    <StaffPage cohortId={cohortId} title={text('class.title')}>
      {(working) => <Class cohortId={cohortId} working={working} />}
    </StaffPage>
  );
}

function Class({ cohortId, working: { own, timeZone } }: { cohortId: string; working: Working }) {
  const text = useText();
  const { query, rows } = useMemberDays(cohortId);
  const names = useNamesOfMembers(cohortId);
  const nameOf = (enrolmentId: string): string => names.get(enrolmentId) ?? '';
  return (
    <Asked query={query}>
      {({ pages: [first] }) => {
        if (first === undefined || rows.length === 0) return <Muted>{text('class.nobody')}</Muted>;
        const shown = { cohortId, rows, startsOn: first.startsOn, timeZone, nameOf };
        return (
          <>
            <div className={styles['figures']}>
              <Shares rows={rows} />
              {own.role !== 'committee' && <Waiting cohortId={cohortId} />}
            </div>
            <Card title={text('class.map')} aside={<Muted>{text('class.members', { count: rows.length })}</Muted>}>
              <HeatMap {...shown} />
              <ByDay rows={rows} startsOn={first.startsOn} timeZone={timeZone} />
              <ByMember {...shown} />
            </Card>
            <Silent {...shown} />
          </>
        );
      }}
    </Asked>
  );
}

function Shares({ rows }: { rows: readonly MemberDays[] }) {
  const text = useText();
  return (
    <>
      <OneShare
        title={text('class.active')}
        note={text('class.activeNote', { days: ACTIVE_DAYS })}
        share={activeShare(rows)}
      />
      <OneShare title={text('class.begun')} note={text('class.begunNote')} share={firstEntryShare(rows)} />
    </>
  );
}

function OneShare({ title, note, share: { count, of } }: { title: string; note: string; share: Share }) {
  const text = useText();
  return (
    <Card title={title} aside={<Muted>{text('record.of', { count, all: of })}</Muted>}>
      <Figure>{of === 0 ? '–' : `${Math.round((100 * count) / of)} %`}</Figure>
      <Muted>{note}</Muted>
    </Card>
  );
}
