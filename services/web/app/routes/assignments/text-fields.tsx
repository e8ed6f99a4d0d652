import type { Policy } from '@daka/rules';
import { compilePlan, MOST_PICTURES } from '@daka/rules';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { clockQuery } from '../../api/queries';
import { useDates } from '../../features/time/use-dates';
import { useText } from '../../texts/use-text';
import { Choice } from '../../ui/choice';
import { Field, LongField } from '../../ui/field';
import { Muted } from '../../ui/words';
import { RubricFields } from './rubric-fields';
import type { Typed } from './typed';

/** Of the services, see packages/contracts. */
const MOST_IN_TITLE = 200;
const MOST_IN_INSTRUCTIONS = 20_000;
const MOST_ATTACHMENTS = 10;

interface TextFieldsProps {
  typed: Typed;
  policy: Policy;
  onChange(part: Partial<Typed>): void;
}

/** What an assignment says, to be set or corrected. */
export function TextFields({ typed, policy, onChange }: TextFieldsProps) {
  const text = useText();
  return (
    <>
      <Field
        label={text('assignments.name')}
        value={typed.title}
        onChange={(title) => onChange({ title })}
        mostCharacters={MOST_IN_TITLE}
      />
      <LongField
        label={text('assignments.instructions')}
        note={text('assignments.instructionsNote')}
        value={typed.instructions}
        onChange={(instructions) => onChange({ instructions })}
        mostCharacters={MOST_IN_INSTRUCTIONS}
      />
      <WhenFields typed={typed} policy={policy} onChange={onChange} />
      <Field
        label={text('assignments.weight')}
        value={typed.weight}
        onChange={(weight) => onChange({ weight })}
        inputMode="decimal"
      />
      <Choice
        label={text('assignments.pictures')}
        note={text('assignments.picturesNote')}
        value={typed.pictures}
        options={Array.from({ length: MOST_PICTURES + 1 }, (_, count) => ({
          value: String(count),
          name: text('assignments.picturesMost', { count }),
        }))}
        onChange={(pictures) => onChange({ pictures })}
      />
      <Choice
        label={text('assignments.attachments')}
        note={text('assignments.attachmentsNote')}
        value={typed.attachments}
        options={Array.from({ length: MOST_ATTACHMENTS + 1 }, (_, count) => ({
          value: String(count),
          name: text('assignments.attachmentsMost', { count }),
        }))}
        onChange={(attachments) => onChange({ attachments })}
      />
      <RubricFields criteria={typed.criteria} onChange={(criteria) => onChange({ criteria })} />
    </>
  );
}

/** The day that it counts for, and until when: for a day never later than that day closes. */
function WhenFields({ typed, policy, onChange }: TextFieldsProps) {
  const text = useText();
  const dates = useDates(policy.timeZone);
  // By the server's clock: until it is known, every day is offered, and the services know better.
  const now = useQuery(clockQuery).data?.now;
  const days = useMemo(() => daysToCome(policy, typed.day, now), [policy, typed.day, now]);
  const chosen = days.find(({ day }) => day === typed.day);
  const options = [
    { value: '', name: text('assignments.noDay') },
    ...days.map(({ day }) => ({ value: day, name: dates.dayAndWeekday(day) })),
  ];
  return (
    <>
      {policy.checkIn.accepts.includes('homework') ? (
        <Choice
          label={text('assignments.day')}
          value={typed.day}
          options={options}
          onChange={(day) => onChange({ day })}
        />
      ) : (
        <Muted>{text('assignments.takesNone')}</Muted>
      )}
      <Field
        label={text('assignments.due', { zone: dates.zone })}
        value={typed.dueAt}
        onChange={(dueAt) => onChange({ dueAt })}
        type="datetime-local"
        note={chosen && text('assignments.dueClose', { when: dates.dateAndTime(chosen.closesAt) })}
      />
    </>
  );
}

/** The days whose check-in it can still be, by the zone of the class, and the one that it is. */
function daysToCome(policy: Policy, own: string, now: string | undefined): { day: string; closesAt: string }[] {
  const nowMs = now === undefined ? 0 : Date.parse(now);
  const plan = compilePlan({ ...policy, dayBoundary: 'cohort' }, { timeZone: policy.timeZone, excused: [] });
  return plan.days
    .filter(({ day, kind, closesAtMs }) => kind === 'required' && (closesAtMs > nowMs || day === own))
    .map(({ day, closesAtMs }) => ({ day, closesAt: new Date(closesAtMs).toISOString() }));
}
