import { useState } from 'react';
import { api } from '../../api/client';
import { Problem } from '../../features/act/problem';
import { useAct } from '../../features/act/use-act';
import { useText } from '../../texts/use-text';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { Field } from '../../ui/field';
import { Form } from '../../ui/form';
import { Muted } from '../../ui/words';

/** Another address. Nothing changes before the link is opened that goes to it. */
export function NewEmail({ email }: { email: string }) {
  const text = useText();
  const [newEmail, setNew] = useState('');
  const [password, setPassword] = useState('');
  const [sentTo, setSentTo] = useState<string | null>(null);
  const { take, isBusy, problem } = useAct(
    async () => {
      await api.membership.POST('/accounts/me/email', { body: { newEmail, password } });
      setSentTo(newEmail);
      setPassword('');
    },
    {
      refused: {
        wrong_credentials: 'newPassword.wrong',
        invalid_request: 'account.emailWrong',
        too_many_attempts: 'account.tooMany',
      },
      renews: [],
    },
  );
  const isEmpty = newEmail.trim() === '' || password === '';
  const onSubmit = (): void => {
    if (!isEmpty && !isBusy) take();
  };
  return (
    <Card title={text('account.email')}>
      <Muted>{text('newEmail.now', { email })}</Muted>
      <Form onSubmit={onSubmit}>
        <Field
          label={text('newEmail.next')}
          note={text('newEmail.note')}
          type="email"
          name="new-email"
          autoComplete="email"
          value={newEmail}
          onChange={setNew}
        />
        <Field
          label={text('newPassword.current')}
          type="password"
          name="password-for-email"
          autoComplete="current-password"
          value={password}
          onChange={setPassword}
        />
        <Problem problem={problem} />
        {sentTo !== null && sentTo === newEmail && password === '' && (
          <Card tone="good" live>
            <p>{text('newEmail.sent', { email: sentTo })}</p>
          </Card>
        )}
        <Button type="submit" quiet isDisabled={isBusy || isEmpty}>
          {text('newEmail.set')}
        </Button>
      </Form>
    </Card>
  );
}
