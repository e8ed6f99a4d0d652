import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/client';
import { organisationsQuery, secondFactorQuery } from '../../api/queries';
import { CurrentPassword } from '../../features/account/fields';
import { Problem } from '../../features/act/problem';
import { useAct } from '../../features/act/use-act';
import { SecondStep } from '../../features/second-factor/later';
import { useText } from '../../texts/use-text';
import { Button, ButtonLink } from '../../ui/button';
import { Form } from '../../ui/form';
import { Muted } from '../../ui/words';

interface RequireFactorProps {
  organisationId: string;
  isRequired: boolean;
}

/** Whether an organisation's staff must have two-step sign-in. Who requires it has it, and shows it once more. */
export function RequireFactor({ organisationId, isRequired }: RequireFactorProps) {
  const text = useText();
  const { data: own } = useQuery(secondFactorQuery);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Muted>{text(isRequired ? 'requireFactor.isRequired' : 'requireFactor.isNot')}</Muted>
      {isOpen && own?.isOn === true && (
        <Change organisationId={organisationId} isRequired={isRequired} onDone={() => setOpen(false)} />
      )}
      {isOpen && own?.isOn === false && (
        <>
          <p>{text('requireFactor.yoursFirst')}</p>
          <ButtonLink quiet to="/account/second-factor">
            {text('factor.toTurnOn')}
          </ButtonLink>
        </>
      )}
      {!isOpen && (
        <Button quiet small onPress={() => setOpen(true)}>
          {text(isRequired ? 'requireFactor.end' : 'requireFactor.begin')}
        </Button>
      )}
    </>
  );
}

function Change({ organisationId, isRequired, onDone }: RequireFactorProps & { onDone(): void }) {
  const text = useText();
  const [currentPassword, setPassword] = useState('');
  const [code, setCode] = useState('');
  const { take, isBusy, problem } = useAct(
    async () => {
      await api.membership.POST('/organisations/{organisationId}/second-factor', {
        params: { path: { organisationId } },
        body: { isRequired: !isRequired, currentPassword, code },
      });
      onDone();
    },
    {
      refused: {
        wrong_credentials: 'newPassword.wrong',
        wrong_code: 'factor.wrongCode',
        too_many_attempts: 'account.tooMany',
        second_factor_off: 'requireFactor.yoursFirst',
      },
      renews: [organisationsQuery.queryKey],
    },
  );
  const isEmpty = currentPassword === '' || code === '';
  return (
    <Form onSubmit={() => !isEmpty && !isBusy && take()}>
      <Muted>{text(isRequired ? 'requireFactor.endWhat' : 'requireFactor.beginWhat')}</Muted>
      <CurrentPassword password={currentPassword} onPassword={setPassword} />
      <SecondStep code={code} onCode={setCode} />
      <Problem problem={problem} />
      <Button type="submit" isDisabled={isBusy || isEmpty}>
        {text(isRequired ? 'requireFactor.end' : 'requireFactor.begin')}
      </Button>
      <Button quiet onPress={onDone}>
        {text('requireFactor.leave')}
      </Button>
    </Form>
  );
}
