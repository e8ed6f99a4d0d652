import { useQueryClient } from '@tanstack/react-query';

/** A day has opened or closed while its page was open: asks anew for all that is shown. */
export function useLookAgain(): () => void {
  const queries = useQueryClient();
  return () => void queries.invalidateQueries();
}
