import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { isRefusal, isTemporary } from '../../api/refusal';
import { hasChosen, type Language, speak } from '../../texts/language';
import { type Text, type TextId, useText } from '../../texts/use-text';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { Form } from '../../ui/form';

/** On to where one came from, in the language of the account. */
export interface GoOn {
  (account: { locale: Language }): Promise<void>;
}

export interface AccountFormProps {
  action: string;
  next: string | undefined;
  /** Signs in; answers the account. Null: nobody is signed in yet. */
  submit(): Promise<{ account: { locale: Language } } | null>;
  /** What a wrong password is called here. */
  wrong?: TextId;
  /** Another way to sign in; it says itself what stood in its way. */
  otherWay?(goOn: GoOn): ReactNode;
  children: ReactNode;
}

/** Signing in and signing up: fields, one button, what went wrong, and on to where one came from. */
export function AccountForm({
  action,
  next,
  submit,
  wrong = 'account.wrongCredentials',
  otherWay,
  children,
}: AccountFormProps) {
  const text = useText();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);

  const goOn: GoOn = async (account) => {
    if (!hasChosen()) await speak(account.locale);
    queries.clear();
    // An address as it stood, with what was looked for: `to` would take that for a part of the path.
    await navigate({ href: next ?? '/today', replace: true });
  };
  const onSubmit = async (): Promise<void> => {
    setBusy(true);
    setProblem(null);
    try {
      const signedIn = await submit();
      if (signedIn === null) return setBusy(false);
      await goOn(signedIn.account);
    } catch (error) {
      setProblem(isRefusal(error, 'wrong_credentials') ? text(wrong) : problemText(text, error));
      setBusy(false);
    }
  };

  return (
    <Form onSubmit={() => void onSubmit()}>
      {children}
      {problem !== null && (
        <Card tone="bad" live>
          <p>{problem}</p>
        </Card>
      )}
      <Button type="submit" isDisabled={isBusy}>
        {action}
      </Button>
      {otherWay?.(goOn)}
    </Form>
  );
}

function problemText(text: Text, error: unknown): string {
  if (isRefusal(error, 'link_ended')) return text('confirmSignUp.ended');
  if (isRefusal(error, 'guessable_password')) return text('account.passwordGuessable');
  if (isRefusal(error, 'wrong_code')) return text('factor.wrongCode');
  if (isRefusal(error, 'too_many_attempts')) return text('account.tooMany');
  if (isRefusal(error, 'invalid_request')) {
    const fields = error.fields.map(({ path }) => path.split('.').at(-1));
    if (fields.includes('password')) return text('account.passwordShort');
    if (fields.includes('token')) return text('confirmSignUp.ended');
    if (fields.includes('email')) return text('account.emailWrong');
    return text('account.incomplete');
  }
  return text(isTemporary(error) ? 'asked.unreachable' : 'asked.refused');
}
