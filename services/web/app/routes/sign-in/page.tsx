import { Link, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { api, bodyOf } from '../../api/client';
import { AccountPage } from '../../features/account/account-page';
import { isRefusal } from '../../api/refusal';
import { Credentials } from '../../features/account/fields';
import { CodeField } from '../../features/second-factor/code-field';
import { useText } from '../../texts/use-text';
import { Muted } from '../../ui/words';

export function SignInPage() {
  const text = useText();
  const { next } = useSearch({ from: '/sign-in' });
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [isCodeAsked, setCodeAsked] = useState(false);
  const [code, setCode] = useState('');
  const submit = async () => {
    try {
      const body = { email, password, ...(isCodeAsked && code !== '' ? { code } : {}) };
      return await bodyOf(api.web.POST('/session', { body }));
    } catch (error) {
      if (!isRefusal(error, 'second_factor_needed')) throw error;
      setCodeAsked(true);
      return null;
    }
  };
  return (
    <AccountPage
      title={text('signIn.title')}
      above={next !== undefined && <Muted>{text('signIn.why')}</Muted>}
      next={next}
      submit={submit}
      other={{ question: text('signIn.noAccount'), to: '/sign-up', name: text('signUp.title') }}
    >
      <Credentials email={email} password={password} onEmail={setEmail} onPassword={setPassword} />
      {isCodeAsked && <CodeField code={code} onCode={setCode} autoFocus />}
      <Muted>
        <Link to="/forgot-password">{text('forgot.link')}</Link>
      </Muted>
    </AccountPage>
  );
}
