import { useQuery } from '@tanstack/react-query';
import { type Calendar, cohortQuery } from '../../api/queries';

/** What each day to come is worth if all before it are done; null where that is not known. The rules that say it are fetched when they are needed. */
export function useWorth(cohortId: string, calendar: Calendar): (day: string) => number | null {
  const { data: cohort } = useQuery(cohortQuery(cohortId));
  const policy = cohort?.policy ?? null;
  const { data } = useQuery({
    queryKey: ['worth', calendar.enrolmentId, calendar.done, calendar.missed, policy],
    enabled: policy !== null,
    staleTime: Infinity,
    queryFn: async () => {
      const { worthOfDaysToCome } = await import('../../features/worth/days-to-come');
      return policy === null ? {} : worthOfDaysToCome(policy, calendar);
    },
  });
  return (day) => data?.[day] ?? null;
}
