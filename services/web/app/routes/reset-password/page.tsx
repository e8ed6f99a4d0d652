import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../api/client';
import { Problem } from '../../features/act/problem';
import { useAct } from '../../features/act/use-act';
import { linkToken } from '../../features/proving/link-token';
import { useText } from '../../texts/use-text';
import { Button, ButtonLink } from '../../ui/button';
import { Card } from '../../ui/card';
import { Field } from '../../ui/field';
import { Form } from '../../ui/form';
import { LanguageSwitch } from '../../ui/language-switch';
import { Page } from '../../ui/page';
import { Muted } from '../../ui/words';

/** Where the link of a letter leads by which another password is set. */
export function ResetPasswordPage() {
  const text = useText();
  const queries = useQueryClient();
  const [token] = useState(linkToken);
  const [newPassword, setNew] = useState('');
  const { take, isBusy, isDone, problem } = useAct(
    async () => {
      await api.membership.POST('/passwords', { body: { token, newPassword } });
      // Whoever was signed in here is not any more.
      queries.clear();
    },
    {
      refused: {
        link_ended: 'reset.ended',
        guessable_password: 'account.passwordGuessable',
        invalid_request: token.length === 43 ? 'account.passwordShort' : 'reset.ended',
      },
      renews: [],
    },
  );
  const onSubmit = (): void => {
    if (newPassword !== '' && !isBusy) take();
  };
  return (
    <Page title={text('reset.title')} above={text('app.name')} aside={<LanguageSwitch />}>
      {isDone ? (
        <>
          <Card tone="good" live>
            <p>{text('reset.done')}</p>
          </Card>
          <ButtonLink to="/sign-in">{text('signIn.title')}</ButtonLink>
        </>
      ) : (
        <>
          <Muted>{text('reset.what')}</Muted>
          <Form onSubmit={onSubmit}>
            <Field
              label={text('newPassword.next')}
              note={text('account.passwordNote')}
              type="password"
              name="new-password"
              autoComplete="new-password"
              value={newPassword}
              onChange={setNew}
              isRequired
            />
            <Problem problem={problem} />
            <Button type="submit" isDisabled={isBusy || newPassword === ''}>
              {text('reset.set')}
            </Button>
          </Form>
          <Muted>
            <Link to="/forgot-password">{text('reset.another')}</Link>
          </Muted>
        </>
      )}
    </Page>
  );
}
