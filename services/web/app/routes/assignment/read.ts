import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api } from '../../api/client';
import { type HandedIn, todayQuery } from '../../api/queries';

/** Answers that are shown count as read; one that comes meanwhile does not. Where it does not arrive, it is said again next time. */
export function useRead({ id: submissionId, feedback, feedbackRead }: NonNullable<HandedIn>): void {
  const queries = useQueryClient();
  const shown = feedback.length;
  useEffect(() => {
    if (shown <= feedbackRead) return;
    const read = async (): Promise<void> => {
      await api.homework.PUT('/submissions/{submissionId}/feedback-read', {
        params: { path: { submissionId } },
        body: { feedback: shown },
      });
      await queries.invalidateQueries({ queryKey: todayQuery.queryKey });
    };
    void read().catch(() => undefined);
  }, [submissionId, shown, feedbackRead, queries]);
}
