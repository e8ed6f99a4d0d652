import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api, bodyOf } from '../../api/client';
import { type Cohort, rolesQuery } from '../../api/queries';
import { isSayable } from '../../features/act/is-sayable';
import { Problem } from '../../features/act/problem';
import { useAct } from '../../features/act/use-act';
import { useText } from '../../texts/use-text';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { Field } from '../../ui/field';
import { Form } from '../../ui/form';
import { Muted } from '../../ui/words';

/** Of the services, see packages/contracts. */
const MOST_CHARACTERS = 200;

/** The same class once more: a draft with other dates, which the builder opens. */
export function Copy({ cohort: { id: cohortId, title: name, endsOn }, today }: { cohort: Cohort; today: string }) {
  const text = useText();
  const navigate = useNavigate();
  const [title, setTitle] = useState(name);
  const [startsOn, setStartsOn] = useState(() => firstFree(endsOn, today));
  const { take, isBusy, problem } = useAct(
    async (key) => {
      const params = { path: { cohortId }, header: { 'Idempotency-Key': key } };
      const { id } = await bodyOf(
        api.membership.POST('/cohorts/{cohortId}/copy', { params, body: { title: title.trim(), startsOn } }),
      );
      await navigate({ to: '/cohorts/$cohortId/edit', params: { cohortId: id } });
    },
    { renews: [rolesQuery.queryKey] },
  );
  const canCopy = isSayable(title, MOST_CHARACTERS) && startsOn !== '' && !isBusy;
  return (
    <Card title={text('settings.copy')}>
      <Muted>{text('settings.copyNote')}</Muted>
      <Form onSubmit={() => canCopy && take()}>
        <Field
          label={text('settings.copyTitle')}
          value={title}
          onChange={setTitle}
          mostCharacters={MOST_CHARACTERS}
          isRequired
        />
        <Field label={text('settings.copyStartsOn')} value={startsOn} onChange={setStartsOn} type="date" isRequired />
        <Problem problem={problem} />
        <Button type="submit" quiet isDisabled={!canCopy}>
          {text('settings.copyIt')}
        </Button>
      </Form>
    </Card>
  );
}

const DAYS_AHEAD = 14;

/** Two weeks after this one, and after today. */
function firstFree(endsOn: string | null, today: string): string {
  const lastMs = Math.max(Date.parse(endsOn ?? today), Date.parse(today));
  return new Date(lastMs + DAYS_AHEAD * 86_400_000).toISOString().slice(0, 10);
}
