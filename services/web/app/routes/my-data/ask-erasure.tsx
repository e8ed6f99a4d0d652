import { useState } from 'react';
import { api } from '../../api/client';
import { CurrentPassword } from '../../features/account/fields';
import { Problem } from '../../features/act/problem';
import { useAct } from '../../features/act/use-act';
import { SecondStep } from '../../features/second-factor/later';
import { useText } from '../../texts/use-text';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { Form } from '../../ui/form';
import { Muted } from '../../ui/words';
import { erasureQuery } from './erasure-query';

/** Asks for the account to be erased: what goes and what stays is read before the button. */
export function AskErasure({ email, hasSecondFactor }: { email: string; hasSecondFactor: boolean }) {
  const text = useText();
  const [currentPassword, setPassword] = useState('');
  const [code, setCode] = useState('');
  const { take, isBusy, problem } = useAct(
    () =>
      api.membership.POST('/accounts/me/erasure', {
        body: hasSecondFactor ? { currentPassword, code } : { currentPassword },
      }),
    {
      refused: {
        wrong_credentials: 'newPassword.wrong',
        wrong_code: 'factor.wrongCode',
        too_many_attempts: 'account.tooMany',
        enrolments_open: 'myData.enrolmentsOpen',
        cohorts_open: 'myData.cohortsOpen',
      },
      renews: [erasureQuery.queryKey],
    },
  );
  const isOff = currentPassword === '' || (hasSecondFactor && code === '') || isBusy;
  return (
    <Card title={text('myData.erase')}>
      <p>{text('myData.eraseGoes')}</p>
      <p>{text('myData.eraseStays')}</p>
      <Muted>{text('myData.eraseWhen')}</Muted>
      <Form onSubmit={() => !isOff && take()}>
        <input type="hidden" name="email" autoComplete="username" value={email} readOnly />
        <CurrentPassword password={currentPassword} onPassword={setPassword} />
        {hasSecondFactor && <SecondStep code={code} onCode={setCode} />}
        <Problem problem={problem} />
        <Button type="submit" quiet isDisabled={isOff}>
          {text('myData.eraseAsk')}
        </Button>
      </Form>
    </Card>
  );
}
