import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { api, bodyOf } from '../../api/client';
import { AccountPage } from '../../features/account/account-page';
import { Credentials, NameField } from '../../features/account/fields';
import { useLanguage, useText } from '../../texts/use-text';

export function SignUpPage() {
  const text = useText();
  const locale = useLanguage();
  const { next } = useSearch({ from: '/sign-up' });
  const [displayName, setName] = useState('');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return (
    <AccountPage
      title={text('signUp.title')}
      next={next}
      submit={() =>
        bodyOf(api.web.POST('/session/sign-up', { body: { displayName, email, password, timeZone, locale } }))
      }
      other={{ question: text('signUp.hasAccount'), to: '/sign-in', name: text('signIn.title') }}
    >
      <NameField name={displayName} onName={setName} />
      <Credentials email={email} password={password} onEmail={setEmail} onPassword={setPassword} isNew />
    </AccountPage>
  );
}
