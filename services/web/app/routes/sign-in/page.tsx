import { Link, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { api, bodyOf } from '../../api/client';
import { AccountPage } from '../../features/account/account-page';
import { Credentials } from '../../features/account/fields';
import { useText } from '../../texts/use-text';
import { Muted } from '../../ui/words';

export function SignInPage() {
  const text = useText();
  const { next } = useSearch({ from: '/sign-in' });
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  return (
    <AccountPage
      title={text('signIn.title')}
      above={next !== undefined && <Muted>{text('signIn.why')}</Muted>}
      next={next}
      submit={() => bodyOf(api.web.POST('/session', { body: { email, password } }))}
      other={{ question: text('signIn.noAccount'), to: '/sign-up', name: text('signUp.title') }}
    >
      <Credentials email={email} password={password} onEmail={setEmail} onPassword={setPassword} />
      <Muted>
        <Link to="/forgot-password">{text('forgot.link')}</Link>
      </Muted>
    </AccountPage>
  );
}
