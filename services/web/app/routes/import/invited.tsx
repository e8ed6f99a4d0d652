import { infiniteQueryOptions, useInfiniteQuery } from '@tanstack/react-query';
import { api, bodyOf } from '../../api/client';
import { given } from '../../api/given';
import { paged } from '../../api/paged';
import { Asked } from '../../features/asked/asked';
import { More } from '../../features/asked/more';
import { useDates } from '../../features/time/use-dates';
import { useText } from '../../texts/use-text';
import { Card } from '../../ui/card';
import { Line, Lines } from '../../ui/lines';
import { Muted } from '../../ui/words';

const AT_ONCE = 50;

export const invitedQuery = (cohortId: string) =>
  infiniteQueryOptions({
    queryKey: ['invitedLearners', cohortId],
    ...paged((cursor) => fetchInvited(cohortId, cursor)),
  });

/** Who was invited by a list, and what became of it. */
export function Invited({ cohortId, timeZone }: { cohortId: string; timeZone: string }) {
  const text = useText();
  const dates = useDates(timeZone);
  const query = useInfiniteQuery(invitedQuery(cohortId));
  return (
    <Card title={text('import.invited')}>
      <Asked query={query}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          return (
            <>
              <Muted>{text(items.length === 0 ? 'import.noneInvited' : 'import.invitedWhat')}</Muted>
              <Lines>
                {items.map(({ id, name, email, state, memberNumber, expiresAt }) => (
                  <Line
                    key={id}
                    what={`${name} · ${email}`}
                    note={text('import.invitedState', {
                      state,
                      number: memberNumber ?? 0,
                      time: dates.dateAndTime(expiresAt),
                    })}
                  />
                ))}
              </Lines>
              <More query={query} />
            </>
          );
        }}
      </Asked>
    </Card>
  );
}

function fetchInvited(cohortId: string, cursor: string | undefined) {
  const query = { limit: AT_ONCE, ...given({ cursor }) };
  return bodyOf(
    api.membership.GET('/cohorts/{cohortId}/learner-invitations', { params: { path: { cohortId }, query } }),
  );
}
