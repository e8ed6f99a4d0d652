import { useQuery } from '@tanstack/react-query';
import { actsQuery } from '../../api/queries';
import { ActLog } from '../../features/acts/log';
import { Asked } from '../../features/asked/asked';
import { meQuery } from '../../features/session/session';
import { useText } from '../../texts/use-text';
import { ButtonLink } from '../../ui/button';
import { Page } from '../../ui/page';
import { Muted } from '../../ui/words';

/** Every act, for the platform's own people. */
export function ActsPage() {
  const text = useText();
  const query = useQuery(meQuery);
  return (
    <Page title={text('acts.all')} tabs>
      <Muted>{text('acts.allWhat')}</Muted>
      <Asked query={query}>
        {(me) =>
          me === null ? (
            <ButtonLink to="/sign-in" search={{ next: '/log' }}>
              {text('signIn.title')}
            </ButtonLink>
          ) : (
            <ActLog query={actsQuery} timeZone={me.timeZone} ownId={me.id} />
          )
        }
      </Asked>
    </Page>
  );
}
