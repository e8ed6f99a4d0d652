import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { api, bodyOf } from '../../api/client';
import { AccountPage } from '../../features/account/account-page';
import { called, keepCalled } from '../../features/account/called';
import { Credentials, NameField } from '../../features/account/fields';
import { keepNext } from '../../features/account/on-after';
import { useLanguage, useText } from '../../texts/use-text';
import { Card } from '../../ui/card';
import { Muted } from '../../ui/words';

/** Asks for an account. What comes of it stands in the letter only: the page says the same to who has one already. */
export function SignUpPage() {
  const text = useText();
  const locale = useLanguage();
  const { next } = useSearch({ from: '/sign-up' });
  const [displayName, setName] = useState(called);
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [sentTo, setSentTo] = useState<string | null>(null);
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return (
    <AccountPage
      title={text('signUp.title')}
      next={next}
      submit={async () => {
        const begun = api.membership.POST('/accounts', { body: { displayName, email, password, timeZone, locale } });
        // Where no address is proven there is nothing to wait for.
        if (!(await bodyOf(begun)).letterSent) return bodyOf(api.web.POST('/session', { body: { email, password } }));
        keepCalled('');
        keepNext(next);
        setSentTo(email);
        return null;
      }}
      other={{ question: text('signUp.hasAccount'), to: '/sign-in', name: text('signIn.title') }}
    >
      <NameField name={displayName} onName={setName} />
      <Credentials email={email} password={password} onEmail={setEmail} onPassword={setPassword} isNew />
      {sentTo !== null && sentTo === email && (
        <Card title={text('signUp.sentTitle')} tone="good" live>
          <p>{text('signUp.sent', { email: sentTo })}</p>
          <Muted>{text('signUp.where')}</Muted>
        </Card>
      )}
    </AccountPage>
  );
}
