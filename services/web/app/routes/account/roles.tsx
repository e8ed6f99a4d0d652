import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { rolesQuery, todayQuery } from '../../api/queries';
import { Asked } from '../../features/asked/asked';
import { chooseEnrolment } from '../../features/current/chosen';
import { useDates } from '../../features/time/use-dates';
import { useText } from '../../texts/use-text';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { Line, Lines } from '../../ui/lines';
import { Muted } from '../../ui/words';

/** Statuses of an enrolment that has days to look at. */
const WITH_DAYS = ['admitted', 'removed', 'completed', 'withdrawn'];

/** My cohorts, what I am there, and which of them the pages show. */
export function Roles() {
  const text = useText();
  const query = useQuery(rolesQuery);
  const today = useQuery(todayQuery);
  const dates = useDates('UTC');
  const shown = today.data?.current?.enrolmentId;
  return (
    <Card title={text('roles.title')}>
      <Asked query={query}>
        {({ items }) => (
          <>
            {items.length === 0 && <Muted>{text('roles.none')}</Muted>}
            <Lines>
              {items.map(({ cohortId, title, role, startsOn, endsOn, organisation, enrolmentId, enrolmentStatus }) => (
                <Line
                  key={`${cohortId} ${role}`}
                  what={
                    <Link to="/cohorts/$cohortId" params={{ cohortId }}>
                      {title}
                    </Link>
                  }
                  note={
                    <>
                      {[
                        text('roles.role', { role }),
                        organisation.name,
                        ...(startsOn !== null && endsOn !== null
                          ? [`${dates.day(startsOn)} – ${dates.day(endsOn)}`]
                          : []),
                      ].join(' · ')}
                      {role !== 'learner' && (
                        <>
                          {' · '}
                          <Link to="/cohorts/$cohortId/staff" params={{ cohortId }}>
                            {text('staff.short', { role })}
                          </Link>
                        </>
                      )}
                    </>
                  }
                  {...(enrolmentId !== null && WITH_DAYS.includes(enrolmentStatus ?? '')
                    ? { much: enrolmentId === shown ? text('roles.shown') : <Show enrolmentId={enrolmentId} /> }
                    : {})}
                />
              ))}
            </Lines>
          </>
        )}
      </Asked>
    </Card>
  );
}

function Show({ enrolmentId }: { enrolmentId: string }) {
  const text = useText();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const show = async (): Promise<void> => {
    chooseEnrolment(enrolmentId);
    await queries.invalidateQueries({ queryKey: todayQuery.queryKey });
    await navigate({ to: '/today' });
  };
  return (
    <Button quiet small onPress={() => void show()}>
      {text('roles.show')}
    </Button>
  );
}
