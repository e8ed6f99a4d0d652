import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useText } from '../../texts/use-text';
import { LanguageSwitch } from '../../ui/language-switch';
import { Page } from '../../ui/page';
import { Muted } from '../../ui/words';
import { AccountForm, type AccountFormProps } from './account-form';

interface AccountPageProps extends Omit<AccountFormProps, 'action'> {
  title: string;
  /** What the button says; default the title. */
  action?: string;
  /** To the other of the two. */
  other: { question: string; to: '/sign-in' | '/sign-up'; name: string };
  above?: ReactNode;
}

/** Signing in or up as a page, with the way to the other and back to where one came from. */
export function AccountPage({ title, action = title, other, above, children, ...form }: AccountPageProps) {
  const text = useText();
  return (
    <Page title={title} above={text('app.name')} aside={<LanguageSwitch />}>
      {above}
      <AccountForm action={action} {...form}>
        {children}
      </AccountForm>
      <Muted>
        {other.question}{' '}
        <Link to={other.to} search={form.next === undefined ? {} : { next: form.next }}>
          {other.name}
        </Link>
      </Muted>
    </Page>
  );
}
