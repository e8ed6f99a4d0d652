import { api } from '../../api/client';
import { arbiterAppealsQuery } from '../../api/queries';
import { isSayable } from '../../features/act/is-sayable';
import { Problem } from '../../features/act/problem';
import { useAct } from '../../features/act/use-act';
import { useDraft } from '../../features/draft/use-draft';
import { useText } from '../../texts/use-text';
import { Button } from '../../ui/button';
import { LongField } from '../../ui/field';

/** Of the services, see packages/contracts. */
const MOST_CHARACTERS = 1_000;

interface AnswerFormProps {
  enrolmentId: string;
  appealId: string;
  onAnswered(): void;
}

/** Upholds or dismisses, with a reason; sent twice, the second is told that it is answered. What is written is kept until it is sent. */
export function AnswerForm({ enrolmentId, appealId, onAnswered }: AnswerFormProps) {
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
  const uphold = useAct(answer('upheld'), OPTIONS);
  const dismiss = useAct(answer('dismissed'), OPTIONS);
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

const OPTIONS = {
  refused: {
    already_decided: 'desk.gone',
    cohort_settled: 'desk.gone',
    enrolment_closed: 'desk.gone',
    own_request: 'desk.own',
    own_decision: 'desk.own',
  },
  renews: [arbiterAppealsQuery.queryKey],
} as const;
