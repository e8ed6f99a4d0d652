import type { Policy } from '@daka/rules';
import { useState } from 'react';
import { api } from '../../api/client';
import { Problem } from '../../features/act/problem';
import { useAct } from '../../features/act/use-act';
import { useDraft } from '../../features/draft/use-draft';
import { useText } from '../../texts/use-text';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { Form } from '../../ui/form';
import { REFUSED } from './refused';
import { TextFields } from './text-fields';
import { type AssignmentText, keptOf, type Missing, readTyped, type Typed } from './typed';

interface SetAssignmentProps {
  cohortId: string;
  /** Who writes: what is half-typed is theirs alone, on a device of several too. */
  meId: string;
  policy: Policy;
}

/** Gives the class a piece of homework. What is half-typed is kept on this device until it is set. */
export function SetAssignment({ cohortId, meId, policy }: SetAssignmentProps) {
  const text = useText();
  const { draft, state, write, clear } = useDraft(`assignment:${meId}:${cohortId}`);
  const typed = keptOf(draft);
  const [missing, setMissing] = useState<Missing | null>(null);
  const [wasSet, setWasSet] = useState<string | null>(null);
  const read = readTyped(typed, policy.timeZone);
  const act = useAct(
    async (key) => {
      if (typeof read === 'string') return;
      await setIt(cohortId, read, key);
      setWasSet(read.title);
      await clear();
    },
    { refused: REFUSED, renews: [['reviewTasks', cohortId]] },
  );
  const change = (part: Partial<Typed>): void => {
    write(JSON.stringify({ ...typed, ...part }));
    setMissing(null);
    setWasSet(null);
  };
  return (
    <Card title={text('assignments.new')}>
      <Form onSubmit={() => (typeof read === 'string' ? setMissing(read) : act.take())}>
        <TextFields typed={typed} policy={policy} onChange={change} />
        <Problem problem={missing === null ? act.problem : text(missing)} />
        <div role="status">{wasSet !== null && <p>{text('assignments.wasSet', { title: wasSet })}</p>}</div>
        <Button type="submit" isDisabled={act.isBusy || state === 'loading'}>
          {text('assignments.set')}
        </Button>
      </Form>
    </Card>
  );
}

async function setIt(cohortId: string, body: AssignmentText, key: string): Promise<void> {
  await api.homework.POST('/cohorts/{cohortId}/assignments', {
    params: { path: { cohortId }, header: { 'Idempotency-Key': key } },
    body,
  });
}
