import { Link, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { api, bodyOf } from '../../api/client';
import { AccountPage } from '../../features/account/account-page';
import { isRefusal } from '../../api/refusal';
import { Credentials } from '../../features/account/fields';
import type { CodeField } from '../../features/second-factor/code-field';
import { withAccount } from '../../texts/language';
import { useText } from '../../texts/use-text';
import { Muted } from '../../ui/words';

/** By address and password, and by what the account asks for besides; or by a passkey alone. What only some need comes when they need it. */
export function SignInPage() {
  const text = useText();
  const { next } = useSearch({ from: '/sign-in' });
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [asked, setAsked] = useState<{ Field: typeof CodeField; recoveryOnly: boolean } | null>(null);
  const [code, setCode] = useState('');
  const submit = async () => {
    try {
      const body = { email, password, ...(asked !== null && code !== '' ? { code } : {}) };
      return await bodyOf(api.web.POST('/session', { body }));
    } catch (error) {
      if (!isRefusal(error, 'second_factor_needed', 'passkey_needed')) throw error;
      const { CodeField: Field } = await withAccount(import('../../features/second-factor/code-field'));
      setAsked({ Field, recoveryOnly: error.code === 'passkey_needed' });
      return null;
    }
  };
  return (
    <AccountPage
      title={text('signIn.title')}
      above={next !== undefined && <Muted>{text('signIn.why')}</Muted>}
      next={next}
      submit={submit}
      otherWay={{ name: text('passkey.signIn'), take: byPasskey }}
      other={{ question: text('signIn.noAccount'), to: '/sign-up', name: text('signUp.title') }}
    >
      <Credentials email={email} password={password} onEmail={setEmail} onPassword={setPassword} />
      {asked?.recoveryOnly && <p role="status">{text('passkey.needed')}</p>}
      {asked && <asked.Field code={code} onCode={setCode} autoFocus recoveryOnly={asked.recoveryOnly} />}
      <Muted>
        <Link to="/forgot-password">{text('forgot.link')}</Link>
      </Muted>
    </AccountPage>
  );
}

/** The authenticator knows whose passkey it holds. */
async function byPasskey() {
  return (await withAccount(import('../../features/passkey/authenticator'))).signInByPasskey();
}
