import type { UseQueryResult } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { type ReactNode, useEffect } from 'react';
import { isTemporary, Refusal } from '../../api/refusal';
import { isSignedOut } from '../session/session';
import { useText } from '../../texts/use-text';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { Muted } from '../../ui/words';

interface AskedProps<Data> {
  query: UseQueryResult<Data>;
  children(data: Data): ReactNode;
}

/** What was asked for, once it is there; until then that it is coming, or why it is not. What is known stays while it is asked anew. */
export function Asked<Data>({ query, children }: AskedProps<Data>) {
  const text = useText();
  if (isSignedOut(query.error)) return <SignInFirst />;
  if (query.data !== undefined) return children(query.data);
  if (query.isPending) return <Muted>{text('asked.coming')}</Muted>;
  return (
    <Card tone="attention" live>
      <p>{text(isTemporary(query.error) ? 'asked.unreachable' : 'asked.refused')}</p>
      {query.error instanceof Refusal && query.error.status === 404 && <Muted>{text('asked.gone')}</Muted>}
      <Button quiet small onPress={() => void query.refetch()}>
        {text('asked.again')}
      </Button>
    </Card>
  );
}

/** To the sign-in and back here afterwards, to what was looked for too. Once: a `Navigate` would begin anew at every render until the page is there. */
function SignInFirst() {
  const router = useRouter();
  useEffect(() => {
    void router.navigate({ to: '/sign-in', search: { next: router.state.location.href }, replace: true });
  }, [router]);
  return null;
}
