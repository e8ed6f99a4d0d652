import { useState } from 'react';
import { api, bodyOf } from '../../api/client';
import { secondFactorQuery, sessionsQuery } from '../../api/queries';
import { Problem } from '../../features/act/problem';
import { useAct } from '../../features/act/use-act';
import { useCopy } from '../../features/pass-on/use-copy';
import { QrCode } from '../../features/pass-on/qr-code';
import { CodeField, SecondStep } from '../../features/second-factor/later';
import { CurrentPassword } from '../../features/account/fields';
import { useText } from '../../texts/use-text';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { Form } from '../../ui/form';
import { Long, Muted } from '../../ui/words';

interface Begun {
  secret: string;
  uri: string;
}
interface OnCodes {
  /** None beside passkeys, which have brought some. */
  onCodes(codes: readonly string[]): void;
}

/** First the password, then the secret for an authenticator, then its first code. */
export function TurnOn({ isOn, onCodes }: { isOn: boolean } & OnCodes) {
  const [begun, setBegun] = useState<Begun | null>(null);
  return begun === null ? (
    <Begin isOn={isOn} onBegun={setBegun} />
  ) : (
    <Confirm begun={begun} onCodes={onCodes} onOver={() => setBegun(null)} />
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
    <Card title={text('factor.why')}>
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

function Confirm({ begun: { secret, uri }, onCodes, onOver }: { begun: Begun; onOver(): void } & OnCodes) {
  const text = useText();
  const [code, setCode] = useState('');
  const { state, copy } = useCopy(secret);
  const { take, isBusy, problem } = useAct(
    async () => {
      const { recoveryCodes } = await bodyOf(
        api.membership.POST('/accounts/me/second-factor/confirmation', { body: { code } }),
      );
      if (recoveryCodes.length > 0) onCodes(recoveryCodes);
    },
    {
      refused: {
        wrong_code: 'factor.wrongCode',
        too_many_attempts: 'account.tooMany',
        second_factor_not_begun: 'factor.notBegun',
      },
      renews: [secondFactorQuery.queryKey, sessionsQuery.queryKey],
    },
  );
  const isEmpty = code === '';
  return (
    <>
      <Card title={text('factor.scan')}>
        <Muted>{text('factor.scanHow')}</Muted>
        <QrCode content={uri} name={text('factor.qr')} />
        <Muted>{text('factor.secretHow')}</Muted>
        <Long>{inGroups(secret)}</Long>
        <Button small quiet onPress={() => void copy()}>
          {text(`factor.copying.${state}`)}
        </Button>
      </Card>
      <Card title={text('factor.firstCode')}>
        <Form onSubmit={() => !isEmpty && !isBusy && take()}>
          <CodeField code={code} onCode={setCode} isFirst />
          <Problem problem={problem} />
          <Button type="submit" isDisabled={isBusy || isEmpty}>
            {text('factor.turnOn')}
          </Button>
          <Muted>{text('factor.turnOnEnds')}</Muted>
          <Button quiet onPress={onOver}>
            {text('factor.anew')}
          </Button>
        </Form>
      </Card>
    </>
  );
}

/** As people read and type it. */
function inGroups(secret: string): string {
  return secret.replaceAll(/.{4}(?=.)/g, '$& ');
}
