import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { isRefusal, isTemporary, Refusal } from '../../api/refusal';
import { hasChosen, type Language, speak } from '../../texts/language';
import { type Text, type TextId, useText } from '../../texts/use-text';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { Form } from '../../ui/form';

/** Who is signed in, or what stood in the way. Null: nobody is yet, and more is asked for. */
type SignedIn = { account: { locale: Language } } | { problem: TextId } | null;

export interface AccountFormProps {
  action: string;
  next: string | undefined;
  submit(): Promise<SignedIn>;
  /** What a wrong password is called here. */
  wrong?: TextId;
  /** Another way to sign in, without what the fields ask for. */
  otherWay?: { name: string; take(): Promise<SignedIn> };
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

  const signInBy = async (way: AccountFormProps['submit']): Promise<void> => {
    setBusy(true);
    setProblem(null);
    try {
      const signedIn = await way();
      if (signedIn === null) return setBusy(false);
      if ('problem' in signedIn) {
        setProblem(text(signedIn.problem));
        return setBusy(false);
      }
      if (!hasChosen()) await speak(signedIn.account.locale);
      queries.clear();
      // An address as it stood, with what was looked for: `to` would take that for a part of the path.
      await navigate({ href: next ?? '/today', replace: true });
    } catch (error) {
      setProblem(isRefusal(error, 'wrong_credentials') ? text(wrong) : problemText(text, error));
      setBusy(false);
    }
  };

  return (
    <Form onSubmit={() => void signInBy(submit)}>
      {children}
      {problem !== null && (
        <Card tone="bad" live>
          <p>{problem}</p>
        </Card>
      )}
      <Button type="submit" isDisabled={isBusy}>
        {action}
      </Button>
      {otherWay && (
        <Button quiet onPress={() => void signInBy(otherWay.take)} isDisabled={isBusy}>
          {otherWay.name}
        </Button>
      )}
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
  // What is no refusal did not come: an answer, or the code for the next step.
  return text(error instanceof Refusal && !isTemporary(error) ? 'asked.refused' : 'asked.unreachable');
}
