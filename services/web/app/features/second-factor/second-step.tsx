import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { secondFactorQuery } from '../../api/queries';
import { useText } from '../../texts/use-text';
import { Button } from '../../ui/button';
import { Muted } from '../../ui/words';
import { Problem } from '../act/problem';
import { usePasskey } from '../passkey/use-passkey';
import { CodeField } from './code-field';

interface SecondStepProps {
  code: string;
  onCode(code: string): void;
  autoFocus?: boolean;
}

/** What whoever is signed in shows beside the password: a code, or a passkey, which is exchanged for one. */
export function SecondStep({ code, onCode, autoFocus = false }: SecondStepProps) {
  const text = useText();
  const { data } = useQuery(secondFactorQuery);
  const [proof, setProof] = useState('');
  const { take, isBusy, problem } = usePasskey(async ({ proveByPasskey }) => {
    const given = await proveByPasskey();
    setProof(given);
    onCode(given);
  });
  if (proof !== '' && code === proof) return <Muted>{text('passkey.proven')}</Muted>;
  return (
    <>
      {data !== undefined && data.passkeys.length > 0 && (
        <Button quiet onPress={take} isDisabled={isBusy}>
          {text('passkey.prove')}
        </Button>
      )}
      <Problem problem={problem} />
      <CodeField code={code} onCode={onCode} autoFocus={autoFocus} recoveryOnly={data?.hasAuthenticator === false} />
    </>
  );
}
