import type { QueryKey } from '@tanstack/react-query';
import { api } from '../../api/client';
import { useAct } from '../../features/act/use-act';
import { useDates } from '../../features/time/use-dates';
import { useText } from '../../texts/use-text';
import { Button } from '../../ui/button';
import { Line } from '../../ui/lines';
import type { InvitedLearner } from './ask';
import styles from './page.module.css';

interface OneInvitedProps {
  cohortId: string;
  invited: InvitedLearner;
  timeZone: string;
  renews: readonly QueryKey[];
}

/** Somebody who was invited by a list: what became of it, and while nobody opened the letter one more, or taking it back. */
export function OneInvited({ cohortId, invited, timeZone, renews }: OneInvitedProps) {
  const text = useText();
  const state = useWords(invited, timeZone);
  const { resend, withdraw } = useInvited(cohortId, invited.id, renews);
  const isBusy = resend.isBusy || withdraw.isBusy;
  const mayWithdraw = invited.state === 'waiting';
  return (
    <Line
      what={`${invited.name} · ${invited.email}`}
      note={
        <>
          {state}
          <div role="status">{resend.isDone && text('import.resent')}</div>
          <div role="alert">{resend.problem ?? withdraw.problem}</div>
        </>
      }
      much={
        (invited.mayWriteAgain || mayWithdraw) && (
          <div className={styles['acts']}>
            {invited.mayWriteAgain && (
              <Button quiet small onPress={resend.take} isDisabled={isBusy}>
                {text('import.resend')}
              </Button>
            )}
            {mayWithdraw && (
              <Button quiet small onPress={withdraw.take} isDisabled={isBusy}>
                {text('import.withdraw')}
              </Button>
            )}
          </div>
        )
      }
    />
  );
}

function useWords({ state, memberNumber, expiresAt, nextLetterAt, mayWriteAgain }: InvitedLearner, timeZone: string) {
  const text = useText();
  const dates = useDates(timeZone);
  const said = text('import.invitedState', { state, number: memberNumber ?? 0, time: dates.dateAndTime(expiresAt) });
  if (mayWriteAgain || (state !== 'waiting' && state !== 'withdrawn')) return said;
  const next =
    nextLetterAt === null
      ? text('import.noLetterLeft')
      : text('import.nextLetter', { time: dates.dateAndTime(nextLetterAt) });
  return `${said} · ${next}`;
}

function useInvited(cohortId: string, invitationId: string, renews: readonly QueryKey[]) {
  const path = { cohortId, invitationId };
  const resend = useAct(
    (key) =>
      api.membership.POST('/cohorts/{cohortId}/learner-invitations/{invitationId}/letters', {
        params: { path, header: { 'Idempotency-Key': key } },
      }),
    {
      refused: {
        already_opened: 'import.openedMeanwhile',
        is_a_member: 'import.joinedMeanwhile',
        invitation_ended: 'import.changedMeanwhile',
        invitation_changed: 'import.changedMeanwhile',
        no_letter_left: 'import.noLetterLeft',
        cohort_not_open: 'import.closed',
        too_soon: 'import.tooSoon',
        too_many_attempts: 'account.tooMany',
      },
      renews,
    },
  );
  const withdraw = useAct(
    () => api.membership.DELETE('/cohorts/{cohortId}/learner-invitations/{invitationId}', { params: { path } }),
    { refused: { already_opened: 'import.openedMeanwhile' }, renews },
  );
  return { resend, withdraw };
}
