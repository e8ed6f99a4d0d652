import type { QueryKey } from '@tanstack/react-query';
import { api } from '../../api/client';
import { useText } from '../../texts/use-text';
import { Button } from '../../ui/button';
import { LongField } from '../../ui/field';
import { isSayable } from '../act/is-sayable';
import { Problem } from '../act/problem';
import { useAct } from '../act/use-act';
import { useDraft } from '../draft/use-draft';

/** Of the services, see packages/contracts. */
const MOST_CHARACTERS = 1_000;

interface AnswerFormProps {
  enrolmentId: string;
  appealId: string;
  /** What is read anew once it is answered. */
  renews: readonly QueryKey[];
  onAnswered(): void;
}

/** Upholds or dismisses, with a reason; sent twice, the second is told that it is answered. What is written is kept until it is sent. */
export function AnswerForm({ enrolmentId, appealId, renews, onAnswered }: AnswerFormProps) {
  const text = useText();
  const { draft, state, write, clear } = useDraft(`answer:${appealId}`);
  const answer = (decision: 'upheld' | 'dismissed') => async () => {
    await api.checkin.POST('/enrolments/{enrolmentId}/appeals/{appealId}/answer', {
      params: { path: { enrolmentId, appealId } },
      body: { decision, reason: draft },
    });
    await clear();
    onAnswered();
  };
  const uphold = useAct(answer('upheld'), { refused: REFUSED, renews });
  const dismiss = useAct(answer('dismissed'), { refused: REFUSED, renews });
  const isOff = uphold.isBusy || dismiss.isBusy || !isSayable(draft, MOST_CHARACTERS);
  return (
    <>
      <LongField
        label={text('desk.reason')}
        value={draft}
        onChange={write}
        isDisabled={state === 'loading'}
        mostCharacters={MOST_CHARACTERS}
        note={text('desk.reasonNote')}
      />
      <Problem problem={uphold.problem ?? dismiss.problem} />
      <Button onPress={uphold.take} isDisabled={isOff}>
        {text('desk.uphold')}
      </Button>
      <Button onPress={dismiss.take} isDisabled={isOff}>
        {text('desk.dismiss')}
      </Button>
    </>
  );
}

const REFUSED = {
  already_decided: 'desk.gone',
  cohort_settled: 'desk.gone',
  enrolment_closed: 'desk.gone',
  own_request: 'desk.own',
  own_decision: 'desk.own',
  appointed_late: 'requests.appointedLate',
  with_the_arbiter: 'requests.withArbiter',
} as const;
