import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api } from '../../api/client';
import { sessionsQuery, type SignIn } from '../../api/queries';
import { Problem } from '../../features/act/problem';
import { useAct } from '../../features/act/use-act';
import { Asked } from '../../features/asked/asked';
import { deviceName } from '../../features/session/device-name';
import { useDates } from '../../features/time/use-dates';
import { useText } from '../../texts/use-text';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { Line, Lines } from '../../ui/lines';
import { Muted } from '../../ui/words';

const renews = [sessionsQuery.queryKey];

/** Where I am signed in, and the way to end it where I am no more. */
export function SignIns({ timeZone }: { timeZone: string }) {
  const text = useText();
  const query = useQuery(sessionsQuery);
  return (
    <Card title={text('signIns.title')}>
      <Asked query={query}>
        {({ items }) => (
          <>
            <Lines>
              {items.map((signIn) => (
                <OneSignIn key={signIn.id} signIn={signIn} timeZone={timeZone} />
              ))}
            </Lines>
            {items.some(({ isCurrent }) => !isCurrent) && <EndOthers />}
            <Muted>{text('signIns.note')}</Muted>
            <Muted>
              <Link to="/account/log">{text('acts.mine')}</Link>
            </Muted>
          </>
        )}
      </Asked>
    </Card>
  );
}

function OneSignIn({ signIn: { id, device, usedAt, isCurrent }, timeZone }: { signIn: SignIn; timeZone: string }) {
  const text = useText();
  const dates = useDates(timeZone);
  const { take, isBusy, problem } = useAct(
    () => api.membership.DELETE('/sessions/{sessionId}', { params: { path: { sessionId: id } } }),
    { renews },
  );
  const name = deviceName(device) ?? text('signIns.unknown');
  return (
    <Line
      what={name}
      note={problem ?? text('signIns.used', { when: dates.dateAndTime(usedAt) })}
      much={
        isCurrent ? (
          text('signIns.here')
        ) : (
          <Button quiet small onPress={take} isDisabled={isBusy}>
            {text('signIns.end')}
          </Button>
        )
      }
    />
  );
}

function EndOthers() {
  const text = useText();
  const { take, isBusy, problem } = useAct(() => api.membership.DELETE('/sessions'), { renews });
  return (
    <>
      <Problem problem={problem} />
      <Button quiet onPress={take} isDisabled={isBusy}>
        {text('signIns.endOthers')}
      </Button>
    </>
  );
}
