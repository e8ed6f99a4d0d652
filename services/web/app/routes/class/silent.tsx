import { Link } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import type { MemberDays } from '../../features/members/read';
import { useDates } from '../../features/time/use-dates';
import { useText } from '../../texts/use-text';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { Line, Lines } from '../../ui/lines';
import { Muted } from '../../ui/words';
import { ACTIVE_DAYS, silentOf } from './figures';

interface SilentProps {
  cohortId: string;
  rows: readonly MemberDays[];
  timeZone: string;
  nameOf(enrolmentId: string): string;
}

const SHOWN_FIRST = 20;

/** Who has fallen silent, the longest first: a word from the class head may bring them back before they are out. */
export function Silent({ cohortId, rows, timeZone, nameOf }: SilentProps) {
  const text = useText();
  const dates = useDates(timeZone);
  const [isWhole, setWhole] = useState(false);
  const silent = useMemo(() => silentOf(rows, ACTIVE_DAYS), [rows]);
  const shown = isWhole ? silent : silent.slice(0, SHOWN_FIRST);
  return (
    <Card title={text('class.silent')} aside={<Muted>{text('class.members', { count: silent.length })}</Muted>}>
      {silent.length === 0 ? (
        <Muted>{text('class.nobodySilent', { days: ACTIVE_DAYS })}</Muted>
      ) : (
        <Lines>
          {shown.map(({ enrolmentId, memberNumber, silentDays, lastEntryAt, done, missed, streak }) => (
            <Line
              key={enrolmentId}
              what={
                <Link to="/cohorts/$cohortId/members/$enrolmentId" params={{ cohortId, enrolmentId }}>
                  {text('enrolment.number', { number: memberNumber })} {nameOf(enrolmentId)}
                </Link>
              }
              note={
                <>
                  {lastEntryAt === null
                    ? text('class.neverWrote')
                    : text('class.lastWrote', { time: dates.dateAndTime(lastEntryAt) })}
                  {' · '}
                  {text('members.figures', { done, missed, streak })}
                </>
              }
              much={text('class.days', { days: silentDays ?? 0 })}
            />
          ))}
        </Lines>
      )}
      {shown.length < silent.length && (
        <Button quiet small onPress={() => setWhole(true)}>
          {text('class.allSilent', { count: silent.length })}
        </Button>
      )}
    </Card>
  );
}
