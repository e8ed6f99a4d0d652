import { infiniteQueryOptions, useInfiniteQuery } from '@tanstack/react-query';
import { paged } from '../../api/paged';
import { Asked } from '../../features/asked/asked';
import { More } from '../../features/asked/more';
import { useText } from '../../texts/use-text';
import { Card } from '../../ui/card';
import { Lines } from '../../ui/lines';
import { Muted } from '../../ui/words';
import { fetchInvited } from './ask';
import { OneInvited } from './one-invited';

export const invitedQuery = (cohortId: string) =>
  infiniteQueryOptions({
    queryKey: ['invitedLearners', cohortId],
    ...paged((cursor) => fetchInvited(cohortId, cursor)),
  });

/** Who was invited by a list, and what became of it. */
export function Invited({ cohortId, timeZone }: { cohortId: string; timeZone: string }) {
  const text = useText();
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
                {items.map((invited) => (
                  <OneInvited
                    key={invited.id}
                    cohortId={cohortId}
                    invited={invited}
                    timeZone={timeZone}
                    renews={[invitedQuery(cohortId).queryKey]}
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
