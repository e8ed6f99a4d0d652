import { lazy, Suspense, useState } from 'react';
import { useText } from '../../texts/use-text';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { Muted } from '../../ui/words';

/** Few ever change it: no other visit to the account pays for the form. */
const AskForm = lazy(() => import('./ask-new-email').then((module) => ({ default: module.AskNewEmail })));

/** The address, and the way to another one. Nothing changes before the link is opened that goes to it. */
export function NewEmail({ email }: { email: string }) {
  const text = useText();
  const [isOpen, setOpen] = useState(false);
  const [sentTo, setSentTo] = useState<string | null>(null);
  const onSent = (newEmail: string): void => {
    setSentTo(newEmail);
    setOpen(false);
  };
  return (
    <Card title={text('account.email')}>
      <Muted>{text('newEmail.now', { email })}</Muted>
      {sentTo !== null && !isOpen && (
        <Card tone="good" live>
          <p>{text('newEmail.sent', { email: sentTo })}</p>
        </Card>
      )}
      {isOpen ? (
        <Suspense fallback={null}>
          <AskForm onSent={onSent} />
        </Suspense>
      ) : (
        <Button quiet onPress={() => setOpen(true)}>
          {text('newEmail.change')}
        </Button>
      )}
    </Card>
  );
}
