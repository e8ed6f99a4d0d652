import { useQuery } from '@tanstack/react-query';
import { myActsQuery } from '../../api/queries';
import { ActLog } from '../../features/acts/log';
import { Asked } from '../../features/asked/asked';
import { meQuery } from '../../features/session/session';
import { useText } from '../../texts/use-text';
import { ButtonLink } from '../../ui/button';
import { Page } from '../../ui/page';
import { Muted } from '../../ui/words';

/** What I did and what was done to my account, so that a stranger's act is seen. */
export function MyActsPage() {
  const text = useText();
  const query = useQuery(meQuery);
  return (
    <Page title={text('acts.mine')} above={query.data?.email} tabs>
      <Muted>{text('acts.mineWhat')}</Muted>
      <Asked query={query}>
        {(me) =>
          me === null ? (
            <ButtonLink to="/sign-in" search={{ next: '/account/log' }}>
              {text('signIn.title')}
            </ButtonLink>
          ) : (
            <ActLog query={myActsQuery} timeZone={me.timeZone} ownId={me.id} />
          )
        }
      </Asked>
    </Page>
  );
}
