import { useState } from 'react';
import { api, bodyOf } from '../../api/client';
import { secondFactorQuery, sessionsQuery } from '../../api/queries';
import { Problem } from '../../features/act/problem';
import { useAct } from '../../features/act/use-act';
import { useCopy } from '../../features/pass-on/use-copy';
import { QrCode } from '../../features/pass-on/qr-code';
import { CodeField } from '../../features/second-factor/code-field';
import { useText } from '../../texts/use-text';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { Form } from '../../ui/form';
import { Long, Muted } from '../../ui/words';

export interface Begun {
  secret: string;
  uri: string;
}
export interface ConfirmProps {
  begun: Begun;
  /** None beside passkeys, which have brought some. */
  onCodes(codes: readonly string[]): void;
  onOver(): void;
}

/** The secret for an authenticator, and its first code, which turns two-step sign-in on. */
export function Confirm({ begun: { secret, uri }, onCodes, onOver }: ConfirmProps) {
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
