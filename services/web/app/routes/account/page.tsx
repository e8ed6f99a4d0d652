import { useQuery } from '@tanstack/react-query';
import { meQuery } from '../../features/session/session';
import { Asked } from '../../features/asked/asked';
import { useText } from '../../texts/use-text';
import { ButtonLink } from '../../ui/button';
import { Page } from '../../ui/page';
import { Profile } from './profile';
import { Roles } from './roles';

/** Who is signed in: name, zone and language, and what they are in which cohort. */
export function AccountPage() {
  const text = useText();
  const query = useQuery(meQuery);
  return (
    <Page title={text('more.account')} above={query.data?.email} tabs>
      <Asked query={query}>
        {(me) =>
          me === null ? (
            <ButtonLink to="/sign-in">{text('signIn.title')}</ButtonLink>
          ) : (
            <>
              <Profile key={me.id} me={me} />
              <Roles />
            </>
          )
        }
      </Asked>
    </Page>
  );
}
