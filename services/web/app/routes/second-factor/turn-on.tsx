import { lazy, Suspense, useState } from 'react';
import { api, bodyOf } from '../../api/client';
import { secondFactorQuery } from '../../api/queries';
import { Problem } from '../../features/act/problem';
import { useAct } from '../../features/act/use-act';
import { SecondStep } from '../../features/second-factor/later';
import { CurrentPassword } from '../../features/account/fields';
import { useText } from '../../texts/use-text';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { Form } from '../../ui/form';
import { Muted } from '../../ui/words';
import type { Begun, ConfirmProps } from './confirm';

/** With what draws the QR code, which nobody else on this page waits for. */
const Confirm = lazy(() => import('./confirm').then((module) => ({ default: module.Confirm })));

/** First the password, then the secret for an authenticator, then its first code. */
export function TurnOn({ isOn, onCodes }: { isOn: boolean } & Pick<ConfirmProps, 'onCodes'>) {
  const [begun, setBegun] = useState<Begun | null>(null);
  return begun === null ? (
    <Begin isOn={isOn} onBegun={setBegun} />
  ) : (
    <Suspense fallback={null}>
      <Confirm begun={begun} onCodes={onCodes} onOver={() => setBegun(null)} />
    </Suspense>
  );
}

/** Who has passkeys shows one, or a recovery code, beside the password. */
function Begin({ isOn, onBegun }: { isOn: boolean; onBegun(begun: Begun): void }) {
  const text = useText();
  const [currentPassword, setPassword] = useState('');
  const [code, setCode] = useState('');
  const body = isOn ? { currentPassword, code } : { currentPassword };
  const { take, isBusy, problem } = useAct(
    async () => onBegun(await bodyOf(api.membership.POST('/accounts/me/second-factor', { body }))),
    {
      refused: {
        wrong_credentials: 'newPassword.wrong',
        wrong_code: 'factor.wrongCode',
        too_many_attempts: 'account.tooMany',
      },
      renews: [secondFactorQuery.queryKey],
    },
  );
  const isEmpty = currentPassword === '' || (isOn && code === '');
  return (
    <Card title={text(isOn ? 'factor.appToo' : 'factor.why')}>
      <Muted>{text('factor.whyMore')}</Muted>
      <Form onSubmit={() => !isEmpty && !isBusy && take()}>
        <CurrentPassword password={currentPassword} onPassword={setPassword} />
        {isOn && <SecondStep code={code} onCode={setCode} />}
        <Problem problem={problem} />
        <Button type="submit" isDisabled={isBusy || isEmpty}>
          {text('factor.begin')}
        </Button>
      </Form>
    </Card>
  );
}
