import { Link, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { api, bodyOf } from '../../api/client';
import type { GoOn } from '../../features/account/account-form';
import { AccountPage } from '../../features/account/account-page';
import { isRefusal } from '../../api/refusal';
import { Credentials } from '../../features/account/fields';
import { usePasskey } from '../../features/passkey/use-passkey';
import { CodeField, loadCodeField } from '../../features/second-factor/later';
import { Problem } from '../../features/act/problem';
import { useText } from '../../texts/use-text';
import { Button } from '../../ui/button';
import { Muted } from '../../ui/words';

export function SignInPage() {
  const text = useText();
  const { next } = useSearch({ from: '/sign-in' });
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [asked, setAsked] = useState<'second_factor_needed' | 'passkey_needed' | null>(null);
  const [code, setCode] = useState('');
  const submit = async () => {
    try {
      const body = { email, password, ...(asked !== null && code !== '' ? { code } : {}) };
      return await bodyOf(api.web.POST('/session', { body }));
    } catch (error) {
      if (!isRefusal(error, 'second_factor_needed', 'passkey_needed')) throw error;
      const isPasskey = error.code === 'passkey_needed';
      await loadCodeField();
      setAsked(isPasskey ? 'passkey_needed' : 'second_factor_needed');
      return null;
    }
  };
  return (
    <AccountPage
      title={text('signIn.title')}
      above={next !== undefined && <Muted>{text('signIn.why')}</Muted>}
      next={next}
      submit={submit}
      otherWay={(goOn) => <ByPasskey goOn={goOn} />}
      other={{ question: text('signIn.noAccount'), to: '/sign-up', name: text('signUp.title') }}
    >
      <Credentials email={email} password={password} onEmail={setEmail} onPassword={setPassword} />
      {asked === 'passkey_needed' && <p role="status">{text('passkey.needed')}</p>}
      {asked !== null && <CodeField code={code} onCode={setCode} autoFocus recoveryOnly={asked === 'passkey_needed'} />}
      <Muted>
        <Link to="/forgot-password">{text('forgot.link')}</Link>
      </Muted>
    </AccountPage>
  );
}

/** Without address and password: the authenticator knows whose passkey it holds. */
function ByPasskey({ goOn }: { goOn: GoOn }) {
  const text = useText();
  const { take, isBusy, problem } = usePasskey(async ({ signInByPasskey }) => {
    const { account } = await signInByPasskey();
    await goOn(account);
  });
  return (
    <>
      <Problem problem={problem} />
      <Button quiet onPress={take} isDisabled={isBusy}>
        {text('passkey.signIn')}
      </Button>
    </>
  );
}
