import { useState } from 'react';
import { api, bodyOf } from '../../api/client';
import { secondFactorQuery } from '../../api/queries';
import { Problem } from '../../features/act/problem';
import { useAct } from '../../features/act/use-act';
import { SecondStep } from '../../features/second-factor/later';
import { CurrentPassword } from '../../features/account/fields';
import type { TextId } from '../../texts/use-text';
import { useText } from '../../texts/use-text';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { Form } from '../../ui/form';
import { Muted } from '../../ui/words';

const refused: Readonly<Record<string, TextId>> = {
  wrong_credentials: 'newPassword.wrong',
  wrong_code: 'factor.wrongCode',
  too_many_attempts: 'account.tooMany',
  second_factor_off: 'factor.offAlready',
};
const renews = [secondFactorQuery.queryKey];

interface ChangeItProps {
  left: number;
  hasAuthenticator: boolean;
  onCodes(codes: readonly string[]): void;
}

/** New recovery codes, or none of it any more; for either one shows the password and a code again. */
export function ChangeIt({ left, hasAuthenticator, onCodes }: ChangeItProps) {
  const text = useText();
  const [currentPassword, setPassword] = useState('');
  const [code, setCode] = useState('');
  const body = { currentPassword, code };
  const replace = useAct(
    async () => {
      const answer = api.membership.POST('/accounts/me/second-factor/recovery-codes', { body });
      onCodes((await bodyOf(answer)).recoveryCodes);
    },
    { refused, renews },
  );
  const turnOff = useAct(() => api.membership.POST('/accounts/me/second-factor/removal', { body }), {
    refused,
    renews,
  });
  const isOff = currentPassword === '' || code === '' || replace.isBusy || turnOff.isBusy;
  return (
    <>
      <Card tone="good">
        <p>{text('factor.isOn', { left })}</p>
      </Card>
      <Card title={text('factor.change')}>
        <Muted>{text(hasAuthenticator ? 'factor.changeHow' : 'factor.codesHow')}</Muted>
        <Form onSubmit={() => !isOff && replace.take()}>
          <CurrentPassword password={currentPassword} onPassword={setPassword} />
          <SecondStep code={code} onCode={setCode} />
          <Problem problem={replace.problem ?? turnOff.problem} />
          <Button type="submit" isDisabled={isOff}>
            {text('factor.newCodes')}
          </Button>
          {hasAuthenticator && (
            <Button quiet onPress={turnOff.take} isDisabled={isOff}>
              {text('factor.turnOff')}
            </Button>
          )}
        </Form>
      </Card>
    </>
  );
}
