import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../api/client';
import { type Current, myEnrolmentsQuery, statementQuery, todayQuery, withdrawalQuery } from '../../api/queries';
import { Problem } from '../../features/act/problem';
import { useAct } from '../../features/act/use-act';
import { useText } from '../../texts/use-text';
import { Button, ButtonLink } from '../../ui/button';
import { Muted } from '../../ui/words';

/** It cannot be taken back, so it is asked twice; nothing else in the app is. */
export function Leave({ current: { enrolmentId }, everythingBack }: { current: Current; everythingBack: boolean }) {
  const text = useText();
  const navigate = useNavigate();
  const [isSure, setSure] = useState(false);
  const { take, isBusy, problem } = useAct(
    async () => {
      await api.membership.POST('/enrolments/{enrolmentId}/withdrawal', { params: { path: { enrolmentId } } });
      await navigate({ to: '/enrolments/$enrolmentId', params: { enrolmentId }, replace: true });
    },
    {
      refused: { enrolment_ended: 'quit.over' },
      renews: [
        todayQuery.queryKey,
        myEnrolmentsQuery.queryKey,
        statementQuery(enrolmentId).queryKey,
        withdrawalQuery(enrolmentId).queryKey,
      ],
    },
  );
  return (
    <>
      <Muted>{text(everythingBack ? 'quit.whatAll' : 'quit.what')}</Muted>
      <Problem problem={problem} />
      <ButtonLink to="/today">{text('quit.stay')}</ButtonLink>
      {isSure ? (
        <>
          <p role="status">{text('quit.sure')}</p>
          <Button quiet onPress={take} isDisabled={isBusy}>
            {text('quit.really')}
          </Button>
        </>
      ) : (
        <Button quiet onPress={() => setSure(true)}>
          {text('quit.leave')}
        </Button>
      )}
    </>
  );
}
