import { useState } from 'react';
import { api } from '../../api/client';
import { openInvitationsQuery } from '../../api/queries';
import { Problem } from '../../features/act/problem';
import { useAct } from '../../features/act/use-act';
import { useText } from '../../texts/use-text';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { Choice } from '../../ui/choice';
import { Field } from '../../ui/field';
import { Form } from '../../ui/form';
import { Muted } from '../../ui/words';

const ROLES = ['class_head', 'instructor', 'committee'] as const;
type Role = (typeof ROLES)[number];

/** Offers a role to an address; nobody is told whether somebody has it. */
export function Invite({ cohortId }: { cohortId: string }) {
  const text = useText();
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<Role>('class_head');
  const [sentTo, setSentTo] = useState<string | null>(null);
  const { take, isBusy, problem } = useAct(
    async (key) => {
      const params = { path: { cohortId }, header: { 'Idempotency-Key': key } };
      await api.membership.POST('/cohorts/{cohortId}/invitations', { params, body: { email: email.trim(), role } });
      setSentTo(email.trim());
      setEmail('');
    },
    {
      refused: {
        invalid_request: 'account.emailWrong',
        too_many_attempts: 'account.tooMany',
        too_many_staff: 'staff.tooMany',
        cohort_not_open: 'staff.cancelled',
      },
      renews: [openInvitationsQuery(cohortId).queryKey],
    },
  );
  const isEmpty = email.trim() === '';
  const onSubmit = (): void => {
    if (!isEmpty && !isBusy) take();
  };
  return (
    <Card title={text('staff.invite')}>
      <Form onSubmit={onSubmit}>
        <Field
          label={text('account.email')}
          type="email"
          name="invited-email"
          autoComplete="off"
          value={email}
          onChange={setEmail}
          isRequired
        />
        <Choice
          label={text('staff.as')}
          value={role}
          options={ROLES.map((one) => ({ value: one, name: text('roles.role', { role: one }) }))}
          onChange={(value) => setRole(ROLES.find((one) => one === value) ?? 'class_head')}
          note={text(`staff.may.${role}`)}
        />
        <Problem problem={problem} />
        {sentTo !== null && email === '' && (
          <div role="status">
            <Muted>{text('staff.sent', { email: sentTo })}</Muted>
          </div>
        )}
        <Button type="submit" isDisabled={isBusy || isEmpty}>
          {text('staff.send')}
        </Button>
      </Form>
    </Card>
  );
}
