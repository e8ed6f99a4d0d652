import { useState } from 'react';
import { api } from '../../api/client';
import { isRefusal } from '../../api/refusal';
import { CurrentPassword } from '../../features/account/fields';
import { Problem } from '../../features/act/problem';
import { useAct } from '../../features/act/use-act';
import { SecondStep } from '../../features/second-factor/later';
import { useText } from '../../texts/use-text';
import { Button } from '../../ui/button';
import { Field } from '../../ui/field';
import { Form } from '../../ui/form';

/** A code is asked for once the password was right, where signing in takes one too. */
export function AskNewEmail({ onSent }: { onSent(newEmail: string): void }) {
  const text = useText();
  const [newEmail, setNew] = useState('');
  const [currentPassword, setPassword] = useState('');
  const [isCodeAsked, setCodeAsked] = useState(false);
  const [code, setCode] = useState('');
  const { take, isBusy, problem } = useAct(
    async () => {
      const body = { newEmail, currentPassword, ...(isCodeAsked && code !== '' ? { code } : {}) };
      try {
        await api.membership.POST('/accounts/me/email', { body });
        onSent(newEmail);
      } catch (error) {
        if (!isRefusal(error, 'second_factor_needed')) throw error;
        setCodeAsked(true);
      }
    },
    {
      refused: {
        wrong_credentials: 'newPassword.wrong',
        wrong_code: 'factor.wrongCode',
        same_email: 'newEmail.same',
        invalid_request: 'account.emailWrong',
        too_many_attempts: 'account.tooMany',
      },
      renews: [],
    },
  );
  const isEmpty = newEmail.trim() === '' || currentPassword === '' || (isCodeAsked && code === '');
  return (
    <Form onSubmit={() => !isEmpty && !isBusy && take()}>
      <Field
        label={text('newEmail.next')}
        note={text('newEmail.note')}
        type="email"
        name="new-email"
        autoComplete="email"
        value={newEmail}
        onChange={setNew}
        autoFocus
      />
      <CurrentPassword password={currentPassword} onPassword={setPassword} />
      {isCodeAsked && <SecondStep code={code} onCode={setCode} autoFocus />}
      <Problem problem={problem} />
      <Button type="submit" isDisabled={isBusy || isEmpty}>
        {text('newEmail.set')}
      </Button>
    </Form>
  );
}
