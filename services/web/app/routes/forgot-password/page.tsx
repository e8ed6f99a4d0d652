import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../api/client';
import { Problem } from '../../features/act/problem';
import { useAct } from '../../features/act/use-act';
import { useText } from '../../texts/use-text';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { Field } from '../../ui/field';
import { Form } from '../../ui/form';
import { LanguageSwitch } from '../../ui/language-switch';
import { Page } from '../../ui/page';
import { Muted } from '../../ui/words';

/** Asks for a link to set another password; says the same whether or not somebody has the address. */
export function ForgotPasswordPage() {
  const text = useText();
  const [email, setEmail] = useState('');
  const [sentTo, setSentTo] = useState<string | null>(null);
  const { take, isBusy, problem } = useAct(
    async () => {
      await api.membership.POST('/password-resets', { body: { email } });
      setSentTo(email);
    },
    { refused: { invalid_request: 'account.emailWrong', too_many_attempts: 'account.tooMany' }, renews: [] },
  );
  const isEmpty = email.trim() === '';
  const onSubmit = (): void => {
    if (!isEmpty && !isBusy) take();
  };
  return (
    <Page title={text('forgot.title')} above={text('app.name')} aside={<LanguageSwitch />}>
      <Muted>{text('forgot.what')}</Muted>
      <Form onSubmit={onSubmit}>
        <Field
          label={text('account.email')}
          type="email"
          name="email"
          autoComplete="username"
          value={email}
          onChange={setEmail}
          isRequired
        />
        <Problem problem={problem} />
        {sentTo !== null && sentTo === email && (
          <Card tone="good" live>
            <p>{text('forgot.sent', { email: sentTo })}</p>
            <Muted>{text('forgot.wait')}</Muted>
          </Card>
        )}
        <Button type="submit" isDisabled={isBusy || isEmpty}>
          {text('forgot.send')}
        </Button>
      </Form>
      <Muted>
        <Link to="/sign-in">{text('forgot.back')}</Link>
      </Muted>
    </Page>
  );
}
