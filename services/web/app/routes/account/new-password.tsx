import { useState } from 'react';
import { api } from '../../api/client';
import { sessionsQuery } from '../../api/queries';
import { Problem } from '../../features/act/problem';
import { useAct } from '../../features/act/use-act';
import { CurrentPassword } from '../../features/account/fields';
import { useText } from '../../texts/use-text';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { Field } from '../../ui/field';
import { Form } from '../../ui/form';

/** Another password; every other sign-in ends with it. `email` is for password keepers, who ask whose it is. */
export function NewPassword({ email }: { email: string }) {
  const text = useText();
  const [currentPassword, setCurrent] = useState('');
  const [newPassword, setNew] = useState('');
  const { take, isBusy, isDone, problem } = useAct(
    async () => {
      await api.membership.POST('/accounts/me/password', { body: { currentPassword, newPassword } });
      setCurrent('');
      setNew('');
    },
    {
      refused: {
        wrong_credentials: 'newPassword.wrong',
        guessable_password: 'account.passwordGuessable',
        invalid_request: 'account.passwordShort',
        too_many_attempts: 'account.tooMany',
      },
      renews: [sessionsQuery.queryKey],
    },
  );
  const isEmpty = currentPassword === '' || newPassword === '';
  const onSubmit = (): void => {
    if (!isEmpty && !isBusy) take();
  };
  return (
    <Card title={text('newPassword.title')}>
      <Form onSubmit={onSubmit}>
        <input type="hidden" name="email" autoComplete="username" value={email} readOnly />
        <CurrentPassword password={currentPassword} onPassword={setCurrent} />
        <Field
          label={text('newPassword.next')}
          note={text('newPassword.note')}
          type="password"
          name="new-password"
          autoComplete="new-password"
          value={newPassword}
          onChange={setNew}
        />
        <Problem problem={problem} />
        {isDone && isEmpty && (
          <Card tone="good" live>
            <p>{text('newPassword.done')}</p>
          </Card>
        )}
        <Button type="submit" quiet isDisabled={isBusy || isEmpty}>
          {text('newPassword.set')}
        </Button>
      </Form>
    </Card>
  );
}
