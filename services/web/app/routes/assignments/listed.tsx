import type { Policy } from '@daka/rules';
import { useState } from 'react';
import { api } from '../../api/client';
import { isSayable } from '../../features/act/is-sayable';
import { Problem } from '../../features/act/problem';
import { useAct } from '../../features/act/use-act';
import { RubricLines } from '../../features/feedback/shown';
import { useDates } from '../../features/time/use-dates';
import { useText } from '../../texts/use-text';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { LongField } from '../../ui/field';
import { Form } from '../../ui/form';
import { Long, Muted } from '../../ui/words';
import { REFUSED } from './refused';
import { TextFields } from './text-fields';
import { type ListedAssignment, type Missing, readTyped, type Typed, typedOf } from './typed';

const MOST_CHARACTERS = 1_000;

interface ListedProps {
  assignment: ListedAssignment;
  policy: Policy;
}

/** One assignment as learners have it, and the way to correct it. */
export function Listed({ assignment, policy }: ListedProps) {
  const text = useText();
  const dates = useDates(policy.timeZone);
  const [isOpen, setOpen] = useState(false);
  const { title, instructions, day, dueAt, weightPercent, rubric, mostPictures, mostAttachments } = assignment;
  const facts = [
    text('assignments.dueAt', { when: dates.dateAndTime(dueAt) }),
    day === null ? null : text('assignments.forDay', { day: dates.dayAndWeekday(day) }),
    weightPercent === null ? null : text('assignments.weighs', { percent: weightPercent }),
    mostPictures === 0 ? null : text('assignments.takesPictures', { count: mostPictures }),
    mostAttachments === 0 ? null : text('assignments.takesAttachments', { count: mostAttachments }),
  ].filter((fact) => fact !== null);
  if (isOpen) return <Correct assignment={assignment} policy={policy} onClose={() => setOpen(false)} />;
  return (
    <Card title={title} aside={facts[0]}>
      {facts.length > 1 && <Muted>{facts.slice(1).join(' · ')}</Muted>}
      <Long>{instructions}</Long>
      {rubric !== null && <RubricLines rubric={rubric} />}
      <Button quiet small onPress={() => setOpen(true)}>
        {text('assignments.correct')}
      </Button>
    </Card>
  );
}

/** Another wording, with a reason; what it said before stays to be seen by all. */
function Correct({ assignment, policy, onClose }: ListedProps & { onClose(): void }) {
  const text = useText();
  const [typed, setTyped] = useState(() => typedOf(assignment, policy.timeZone));
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState<Missing | null>(null);
  const read = readTyped(typed, policy.timeZone);
  const act = useAct(
    async () => {
      if (typeof read === 'string') return;
      await api.homework.PUT('/assignments/{assignmentId}', {
        params: { path: { assignmentId: assignment.id } },
        body: { ...read, reason: reason.trim() },
      });
      onClose();
    },
    {
      refused: REFUSED,
      renews: [
        ['reviewTasks', assignment.cohortId],
        ['assignment', assignment.id],
      ],
    },
  );
  const change = (part: Partial<Typed>): void => {
    setTyped({ ...typed, ...part });
    setMissing(null);
  };
  return (
    <Card title={text('assignments.correctIt', { title: assignment.title })}>
      <Form onSubmit={() => (typeof read === 'string' ? setMissing(read) : act.take())}>
        <TextFields typed={typed} policy={policy} onChange={change} />
        <LongField
          label={text('assignments.reason')}
          note={text('assignments.reasonNote')}
          value={reason}
          onChange={setReason}
          mostCharacters={MOST_CHARACTERS}
          isShort
        />
        <Problem problem={missing === null ? act.problem : text(missing)} />
        <Button type="submit" isDisabled={act.isBusy || !isSayable(reason, MOST_CHARACTERS)}>
          {text('assignments.save')}
        </Button>
        <Button quiet onPress={onClose}>
          {text('assignments.leaveIt')}
        </Button>
      </Form>
    </Card>
  );
}
