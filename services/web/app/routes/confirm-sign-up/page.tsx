import { useState } from 'react';
import { api, bodyOf } from '../../api/client';
import { AccountPage } from '../../features/account/account-page';
import { keepNext, keptNext } from '../../features/account/on-after';
import { linkToken } from '../../features/proving/link-token';
import { useText } from '../../texts/use-text';
import { Field } from '../../ui/field';
import { Muted } from '../../ui/words';

/** Where the link of the letter leads that makes an account: the password once more, and one is in. */
export function ConfirmSignUpPage() {
  const text = useText();
  const [token] = useState(linkToken);
  const [next] = useState(keptNext);
  const [password, setPassword] = useState('');
  return (
    <AccountPage
      title={text('confirmSignUp.title')}
      action={text('confirmSignUp.on')}
      above={<Muted>{text('confirmSignUp.what')}</Muted>}
      next={next}
      wrong="confirmSignUp.wrong"
      submit={async () => {
        const signedIn = await bodyOf(api.web.POST('/session/sign-up', { body: { token, password } }));
        keepNext(undefined);
        return signedIn;
      }}
      other={{ question: text('confirmSignUp.again'), to: '/sign-up', name: text('signUp.title') }}
    >
      <Field
        label={text('account.password')}
        type="password"
        name="password"
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
        isRequired
      />
    </AccountPage>
  );
}
