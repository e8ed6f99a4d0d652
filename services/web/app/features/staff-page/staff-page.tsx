import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { type Cohort, cohortQuery, type StaffMember, staffQuery } from '../../api/queries';
import { isRefusal } from '../../api/refusal';
import { useText } from '../../texts/use-text';
import { Card } from '../../ui/card';
import { Page } from '../../ui/page';
import { Muted } from '../../ui/words';
import { Asked } from '../asked/asked';
import { useMe } from '../session/session';
import { FactorRequired } from './factor-required';
import { StaffNav, type StaffRole } from './staff-nav';

export interface Working {
  cohort: Cohort;
  /** The reader. */
  own: StaffMember & { role: StaffRole };
  /** Everybody who works here. */
  staff: readonly StaffMember[];
  /** In which the cohort's days are. */
  timeZone: string;
}

interface StaffPageProps {
  cohortId: string;
  title: string;
  /** Where a piece of work has the focus as it opens: Tab goes on from there, and comes to the places after it. */
  placesBelow?: boolean;
  children(working: Working): ReactNode;
}

/** A page for those who work for a cohort, with the way to all others of them. Whoever does not work there is told so, and sees nothing. */
export function StaffPage({ cohortId, title, placesBelow = false, children }: StaffPageProps) {
  const text = useText();
  const me = useMe();
  const cohort = useQuery(cohortQuery(cohortId));
  const staff = useQuery(staffQuery(cohortId));
  const own = staff.data?.items.find(({ accountId }) => accountId === me?.id);
  const places = (
    <StaffNav
      cohortId={cohortId}
      role={own?.role}
      isDraft={cohort.data?.status === 'draft'}
      organisationId={cohort.data?.organisationId}
    />
  );
  return (
    <Page title={title} above={cohort.data?.title} broad>
      {!placesBelow && places}
      {isRefusal(staff.error, 'second_factor_required') ? (
        <FactorRequired />
      ) : isRefusal(staff.error, 'not_found', 'not_allowed') ? (
        <Card tone="attention" live>
          <p>{text('staffNav.notYours')}</p>
          <Muted>{text('staffNav.notYoursNote')}</Muted>
        </Card>
      ) : (
        <Asked query={staff}>
          {({ items }) => (
            <Asked query={cohort}>
              {(known) =>
                own === undefined ? (
                  <Muted>{text('asked.coming')}</Muted>
                ) : (
                  children({ cohort: known, own, staff: items, timeZone: known.policy?.timeZone ?? 'UTC' })
                )
              }
            </Asked>
          )}
        </Asked>
      )}
      {placesBelow && places}
    </Page>
  );
}
