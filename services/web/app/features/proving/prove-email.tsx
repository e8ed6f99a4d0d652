import { useQuery } from '@tanstack/react-query';
import { api } from '../../api/client';
import { useText } from '../../texts/use-text';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { Muted } from '../../ui/words';
import { Problem } from '../act/problem';
import { useAct } from '../act/use-act';
import { meQuery } from '../session/session';

/** The link may be opened in another tab, or on another device. */
const LOOK_EVERY_MS = 5_000;

/** That the reader's address is not proven yet, what waits for it, and another letter; nothing once it is. */
export function ProveEmail() {
  const text = useText();
  const { data: me } = useQuery({
    ...meQuery,
    refetchInterval: ({ state: { data } }) => (data?.emailProven === false ? LOOK_EVERY_MS : false),
  });
  const { take, isBusy, isDone, problem } = useAct(() => api.membership.POST('/accounts/me/email-proof'), {
    refused: { too_many_attempts: 'proveEmail.tooMany' },
    renews: [meQuery.queryKey],
  });
  if (!me || me.emailProven) return null;
  return (
    <>
      <Card title={text('proveEmail.title')} tone="attention">
        <p>{text('proveEmail.what', { email: me.email })}</p>
        <Muted>{text('proveEmail.where')}</Muted>
        <Button quiet small onPress={take} isDisabled={isBusy}>
          {text('proveEmail.again')}
        </Button>
      </Card>
      <Problem problem={problem} />
      {isDone && (
        <Card tone="good" live>
          <p>{text('proveEmail.sent')}</p>
        </Card>
      )}
    </>
  );
}
